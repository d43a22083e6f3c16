package dev.parley.model.reading;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out what a stream says twice: some servers send with each piece, or at the end, the whole text so far. Pure: what a chunk holds in,
 * what is new in it out.
 */
final class Repeats {
    /** A whole text that comes again is longer than anything that a model repeats within one piece. */
    private static final int SURELY_WHOLE = 20;
    /** A piece that goes on from a text of few letters has at least so many more. */
    private static final int SURELY_MORE = 3;

    private final StringBuilder heard = new StringBuilder();
    private boolean cumulative;
    private boolean inDeltas;

    /** What is new in a chunk; null where it holds no text. */
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
        // Who sends the whole text so far may send the same one twice, or only a shorter one.
        return cumulative && heard.toString().startsWith(piece) ? "" : hear(piece);
    }

    private String ofMessage(String message) {
        if (!inDeltas) {
            return ofDelta(message);
        }
        // Beside deltas a message is the whole text, perhaps trimmed, and brings at most its end.
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
