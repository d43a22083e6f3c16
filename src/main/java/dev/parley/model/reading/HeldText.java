package dev.parley.model.reading;

import java.util.function.Consumer;

/** What has come and is not yet said, and where in the answer it stands. */
final class HeldText {
    private static final String[] ENDS = {"<|call|>", "<|end|>", "<|return|>", "<|start|>", "<|channel|>"};

    private static final int LONGEST_END = 16;

    private final Consumer<String> spoken;
    private final StringBuilder text = new StringBuilder();
    private final Prose prose = new Prose();
    /** Up to here no message ends. */
    private int looked;
    private boolean shown;
    /** The white space after thoughts belongs to them. */
    private boolean trimming;

    HeldText(Consumer<String> spoken) {
        this.spoken = spoken;
    }

    StringBuilder text() {
        return text;
    }

    /** Of what was said; whoever looks for marks tells it what is passed over. */
    Prose prose() {
        return prose;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether anything was said. */
    boolean shown() {
        return shown;
    }

    void append(String piece) {
        text.append(piece);
    }

    /** From here on white space is left out until a word comes. */
    void trim() {
        trimming = true;
    }

    void drop(int length) {
        text.delete(0, length);
    }

    void strike(int from, int to) {
        text.delete(from, to);
    }

    /** What was looked through. */
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

    /** What looked like a mark. */
    void saySpoken(int length) {
        prose.pass(text, 0, length);
        say(length);
    }

    /** Where the message in a channel ends that is held; negative where it goes on. */
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
