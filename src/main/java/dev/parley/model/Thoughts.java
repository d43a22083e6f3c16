package dev.parley.model;

import java.util.function.Consumer;
import java.util.regex.Matcher;

import dev.parley.model.ThoughtMarks.Mark;

/**
 * Parts what a model thinks from what it says, where its server hands on both as one text. Thoughts stand between marks, see
 * {@link ThoughtMarks}; some servers swallow the first of them, so that the text begins with thoughts and only their end is marked. What
 * begins as thoughts do is therefore held back until it is known. Pure: pieces of text in, what may be shown out.
 */
final class Thoughts {
    private enum Stage {
        /** Too little has come to say. */
        BEGINNING,
        /** These may be thoughts of which the first mark is missing. */
        HOLDING, THINKING, SPEAKING
    }

    /** Whoever holds more than this back has no end to it. */
    private static final int MOST_HELD = 256 * 1024;

    private final Consumer<String> spoken;
    private final StringBuilder held = new StringBuilder();
    /** Up to here there is no mark in what is held. */
    private int searched;
    private final boolean expected;
    private boolean apart;
    private Stage stage = Stage.BEGINNING;
    private boolean heard;
    private boolean unmarked;
    private boolean shown;
    private boolean leaked;
    /** The white space after thoughts belongs to them. */
    private boolean trimming;

    /** @param expected the lane is known to think first and to leave the first mark out */
    Thoughts(boolean expected, Consumer<String> spoken) {
        this.expected = expected;
        this.spoken = spoken;
    }

    /** The server hands thoughts on in a field of their own: what is text there is none. */
    void apart() {
        apart = true;
        if (stage == Stage.HOLDING) {
            say(held.length());
            stage = Stage.SPEAKING;
        }
    }

    void accept(String piece) {
        held.append(piece);
        while (step()) {
            // One mark after the other.
        }
    }

    /**
     * No more comes.
     *
     * @param cut at the limit of tokens, or for another reason that the model did not choose
     */
    void end(boolean cut) {
        boolean lost = stage == Stage.THINKING || (stage == Stage.HOLDING && cut);
        heard |= lost;
        if (lost) {
            held.setLength(0);
        } else {
            say(held.length());
        }
    }

    /** Whether the model has thought aloud. */
    boolean heard() {
        return heard;
    }

    /** Whether it did so without a first mark. */
    boolean unmarked() {
        return unmarked;
    }

    /** Whether thoughts have been shown before they were known to be thoughts. */
    boolean leaked() {
        return leaked;
    }

    /** Whether thoughts, or what may be thoughts, are coming in now. */
    boolean thinking() {
        return stage == Stage.THINKING || stage == Stage.HOLDING;
    }

    /** Whether there may be another step with what is held. */
    private boolean step() {
        if (stage == Stage.BEGINNING && !begin()) {
            return false;
        }
        Mark mark = ThoughtMarks.first(held, searched, stage != Stage.SPEAKING);
        searched = 0;
        switch (mark.kind()) {
            case null -> {
                rest(mark.start());
                return false;
            }
            case OPEN -> open(mark);
            case CLOSE -> close(mark);
            case EMPTY -> held.delete(mark.start(), mark.end());
        }
        return !held.isEmpty();
    }

    /** Whether the beginning is decided. The text comes in pieces, which is what `hitEnd` is for. */
    @SuppressWarnings("JdkObsolete")
    private boolean begin() {
        if (held.toString().isBlank()) {
            return false;
        }
        if (apart || expected) {
            stage = apart ? Stage.SPEAKING : Stage.HOLDING;
            return true;
        }
        Matcher first = ThoughtMarks.BEGINNING.matcher(held);
        if (first.lookingAt()) {
            stage = Stage.HOLDING;
            return true;
        }
        if (first.hitEnd()) {
            return false;
        }
        stage = Stage.SPEAKING;
        return true;
    }

    private void open(Mark mark) {
        int length = mark.end() - mark.start();
        if (stage == Stage.SPEAKING) {
            say(mark.start());
        } else {
            held.delete(0, mark.start());
        }
        held.delete(0, length);
        heard = true;
        stage = Stage.THINKING;
    }

    private void close(Mark mark) {
        if (stage != Stage.THINKING) {
            unmarked = true;
            leaked |= shown;
        }
        heard = true;
        held.delete(0, mark.end());
        stage = Stage.SPEAKING;
        trimming = true;
    }

    /** No whole mark is there; from here on there may be half a one. */
    private void rest(int half) {
        switch (stage) {
            case SPEAKING -> say(half);
            case THINKING -> held.delete(0, half);
            case BEGINNING, HOLDING -> {
                // Kept until it is known.
                searched = half;
                if (held.length() > MOST_HELD) {
                    held.delete(0, half);
                    searched = 0;
                    stage = Stage.THINKING;
                }
            }
        }
    }

    private void say(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        if (trimming) {
            text = text.stripLeading();
            trimming = text.isEmpty();
        }
        if (!text.isEmpty()) {
            shown |= !text.isBlank();
            spoken.accept(text);
        }
    }
}
