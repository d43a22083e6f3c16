package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/**
 * Holds back the beginning of a streamed answer for as long as its first line may turn out to be a {@link StructuredEnd}: usually a
 * character or none. A value: each piece gives the next one.
 *
 * @param held not shown yet
 */
public record FirstLine(Stage stage, String held) {
    /** What is known of the text so far. */
    public enum Stage {
        UNKNOWN, ANSWER, END
    }

    /**
     * What a piece brought.
     *
     * @param shown what the visitor may see now
     * @param end what the model says instead of an answer; its later words are of no interest
     */
    public record Step(FirstLine next, String shown, @Nullable StructuredEnd end) {}

    public static FirstLine unread() {
        return new FirstLine(Stage.UNKNOWN, "");
    }

    public Step accept(String piece) {
        return switch (stage) {
            case ANSWER -> new Step(this, piece, null);
            case END -> new Step(this, "", null);
            case UNKNOWN -> StructuredEnd.mayBegin(held + piece)
                    ? new Step(new FirstLine(Stage.UNKNOWN, held + piece), "", null)
                    : decided(held + piece);
        };
    }

    /** No more comes. */
    public Step end() {
        return stage == Stage.UNKNOWN ? decided(held) : new Step(this, "", null);
    }

    private static Step decided(String text) {
        StructuredEnd end = StructuredEnd.ofText(text);
        return end == null
                ? new Step(new FirstLine(Stage.ANSWER, ""), text, null)
                : new Step(new FirstLine(Stage.END, ""), "", end);
    }
}
