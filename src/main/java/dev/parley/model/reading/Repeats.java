package dev.parley.model.reading;

import org.jspecify.annotations.Nullable;

/** Removes repetitions: some servers send the whole text so far with each piece or at the end. Pure. */
final class Repeats {
    /** Longer than anything that a model repeats within one piece. */
    private static final int SURELY_WHOLE = 20;
    /** Minimum growth of a repeated short text. */
    private static final int SURELY_MORE = 3;

    private final StringBuilder heard = new StringBuilder();
    private boolean cumulative;
    private boolean inDeltas;

    /** The new part of a chunk; null without text. */
    @Nullable
    String fresh(Chunk chunk) {
        String delta = chunk.content();
        if (delta != null && !delta.isEmpty()) {
            inDeltas = true;
            return ofDelta(delta);
        }
        String message = chunk.message();
        return message == null || message.isEmpty() ? delta : ofMessage(message);
    }

    private String ofDelta(String piece) {
        if (isWholeSoFar(piece)) {
            cumulative = true;
            return hear(piece.substring(heard.length()));
        }
        // A server that sends the whole text so far may repeat it or send a shorter one.
        return cumulative && heard.toString().startsWith(piece) ? "" : hear(piece);
    }

    private String ofMessage(String message) {
        if (!inDeltas) {
            return ofDelta(message);
        }
        // A message beside deltas is the whole text, perhaps trimmed, and adds at most its end.
        return startsWithHeard(message) ? hear(message.substring(heard.length())) : "";
    }

    private boolean isWholeSoFar(String piece) {
        if (!startsWithHeard(piece)) {
            return false;
        }
        int more = piece.length() - heard.length();
        return cumulative || heard.length() >= SURELY_WHOLE
                || (more >= SURELY_MORE && heard.chars().anyMatch(Character::isLetter));
    }

    private boolean startsWithHeard(String piece) {
        return !heard.isEmpty() && piece.length() >= heard.length()
                && piece.startsWith(heard.toString());
    }

    private String hear(String text) {
        heard.append(text);
        return text;
    }
}
