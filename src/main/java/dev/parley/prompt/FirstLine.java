package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/**
 * Holds back the start of each line of a streamed answer while it may be a {@link StructuredEnd}: usually a character
 * or none. Immutable: each piece returns the next state. {@code held}: not shown yet.
 */
public record FirstLine(Stage stage, String held) {
    public enum Stage {
        /** Only white space and possibly the start of an end. */
        UNKNOWN,
        /** At the start of a later line. */
        LINE,
        /** Within a line of the answer. */
        ANSWER,
        END
    }

    /** {@code end} is what the model says instead of an answer; the rest is ignored. */
    public record Step(FirstLine next, String shown, @Nullable StructuredEnd end) {}

    public static FirstLine unread() {
        return new FirstLine(Stage.UNKNOWN, "");
    }

    public Step accept(String piece) {
        return switch (stage) {
            case ANSWER -> goOn(piece);
            case LINE -> lines(held + piece);
            case END -> new Step(this, "", null);
            case UNKNOWN -> StructuredEnd.mayBegin(held + piece)
                    ? new Step(new FirstLine(Stage.UNKNOWN, held + piece), "", null)
                    : lines(held + piece);
        };
    }

    public Step end() {
        StructuredEnd end = StructuredEnd.ofText(held);
        return end == null
                ? new Step(new FirstLine(stage == Stage.END ? stage : Stage.ANSWER, ""), held, null)
                : new Step(new FirstLine(Stage.END, ""), "", end);
    }

    private Step goOn(String piece) {
        int lineEnd = piece.indexOf('\n');
        if (lineEnd < 0) {
            return new Step(this, piece, null);
        }
        Step rest = lines(piece.substring(lineEnd + 1));
        return new Step(rest.next(), piece.substring(0, lineEnd + 1) + rest.shown(), rest.end());
    }

    /** The text starts at a line's start. */
    private static Step lines(String text) {
        int from = 0;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            StructuredEnd end = StructuredEnd.ofLine(text.substring(from, to));
            if (end != null) {
                return new Step(new FirstLine(Stage.END, ""),
                        text.substring(0, from).isBlank() ? "" : text.substring(0, from),
                        end);
            }
            from = to + 1;
        }
        return StructuredEnd.mayBeLine(text.substring(from))
                ? new Step(new FirstLine(Stage.LINE, text.substring(from)), text.substring(0, from), null)
                : new Step(new FirstLine(Stage.ANSWER, ""), text, null);
    }
}
