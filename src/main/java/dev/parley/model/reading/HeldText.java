package dev.parley.model.reading;

import java.util.function.Consumer;

/** Text that has arrived but is not shown yet, with its position in the answer. */
final class HeldText {
    private static final String[] ENDS = {"<|call|>", "<|end|>", "<|return|>", "<|start|>", "<|channel|>"};

    private static final int LONGEST_END = 16;

    private final Consumer<String> spoken;
    private final StringBuilder text = new StringBuilder();
    private final Prose prose = new Prose();
    /** No message ends before this index. */
    private int looked;
    private boolean shown;
    /** White space after reasoning belongs to it. */
    private boolean trimming;

    HeldText(Consumer<String> spoken) {
        this.spoken = spoken;
    }

    StringBuilder text() {
        return text;
    }

    /** The state of the shown text; the caller reports what it skips. */
    Prose prose() {
        return prose;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean shown() {
        return shown;
    }

    void append(String piece) {
        text.append(piece);
    }

    /** Drops white space until the next word. */
    void trim() {
        trimming = true;
    }

    void drop(int length) {
        text.delete(0, length);
    }

    void strike(int from, int to) {
        text.delete(from, to);
    }

    void say(int length) {
        String said = text.substring(0, length);
        text.delete(0, length);
        if (trimming) {
            said = said.stripLeading();
            trimming = said.isEmpty();
        }
        if (!said.isEmpty()) {
            shown |= !said.isBlank();
            spoken.accept(said);
        }
    }

    void saySpoken(int length) {
        prose.pass(text, 0, length);
        say(length);
    }

    /** End of a held message in a channel; negative if it continues. */
    int endOfMessage() {
        int first = -1;
        int from = Math.max(looked - LONGEST_END, text.indexOf("<|message|>") + 1);
        for (String end : ENDS) {
            int at = text.indexOf(end, from);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        looked = first < 0 ? text.length() : 0;
        return first;
    }
}
