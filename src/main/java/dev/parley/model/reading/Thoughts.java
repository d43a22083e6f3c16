package dev.parley.model.reading;

import java.util.function.Consumer;

import dev.parley.model.reading.ThoughtBeginnings.Similarity;
import dev.parley.model.reading.ThoughtMarks.Kind;
import dev.parley.model.reading.ThoughtMarks.Mark;
import dev.parley.model.reading.ThoughtMarks.Style;

/**
 * Separates reasoning from the answer where a server mixes them in one text. Reasoning stands between marks ({@link
 * ThoughtMarks}); some servers drop the opening one. So a text that starts like reasoning is held back until decided,
 * and so is text after a doubtful mark. Pure.
 */
final class Thoughts {
    private enum Stage {
        BEGINNING,
        /** May be reasoning without an opening mark, or under headings. */
        HOLDING,
        THINKING,
        /** After a doubtful mark. */
        WONDERING,
        CALLING,
        SPEAKING
    }

    private static final int MAX_HELD = 256 * 1024;
    private final Consumer<String> called;
    private final HeldText held;
    /** No mark starts before this index. */
    private int searched;
    private final boolean expected;
    private boolean apart;
    private Stage stage = Stage.BEGINNING;
    private Suspicion suspicion = new Suspicion(Similarity.NONE);
    private Style style = Style.TAG;
    /** Length of the doubtful mark. */
    private int opened;
    private boolean heard;
    private boolean unmarked;
    private boolean leaked;

    /** @param expected the lane is known to omit the opening mark */
    Thoughts(boolean expected, Consumer<String> spoken, Consumer<String> called) {
        this.expected = expected;
        this.held = new HeldText(spoken);
        this.called = called;
    }

    /** The server sends reasoning in a field of its own, so the text has none. */
    void apart() {
        apart = true;
        if (stage == Stage.HOLDING) {
            held.say(held.length());
            stage = Stage.SPEAKING;
        }
    }

    void accept(String piece) {
        held.append(piece);
        while (step()) {
            // One mark at a time.
        }
    }

    /** @param cut by something other than the model */
    void end(boolean cut) {
        switch (stage) {
            case THINKING -> lose();
            // The held text may be a partial mark.
            case BEGINNING, SPEAKING, WONDERING -> {
                if (cut && (stage != Stage.BEGINNING || ThoughtBeginnings.isHalf(held.text()))) {
                    lose();
                }
                held.say(held.length());
            }
            case CALLING -> call(held.length());
            case HOLDING -> {
                String answer = suspicion.atEnd(held.text().toString(), cut);
                heard |= answer.length() < held.length();
                held.drop(held.length());
                held.append(answer);
                held.say(answer.length());
            }
        }
    }

    private void lose() {
        heard = true;
        held.drop(held.length());
    }

    boolean heard() {
        return heard;
    }

    boolean unmarked() {
        return unmarked;
    }

    boolean leaked() {
        return leaked;
    }

    boolean thinking() {
        return stage == Stage.THINKING || stage == Stage.HOLDING || stage == Stage.WONDERING;
    }

    private boolean step() {
        return switch (stage) {
            case BEGINNING -> begin();
            case HOLDING -> hold();
            case THINKING, WONDERING -> think();
            case CALLING -> awaitCall();
            case SPEAKING -> speak();
        };
    }

    private boolean begin() {
        if (held.text().toString().isBlank()) {
            return false;
        }
        if (!apart) {
            Similarity similarity = ThoughtBeginnings.of(held.text());
            if (similarity == Similarity.UNDECIDED) {
                return false;
            }
            suspicion = new Suspicion(similarity);
        }
        boolean holds = !apart && (expected || suspicion.isAny());
        stage = holds ? Stage.HOLDING : Stage.SPEAKING;
        return true;
    }

    private boolean speak() {
        Mark mark = ThoughtMarks.inSpeech(held.text(), held.prose(), !held.shown());
        boolean first = !held.shown() && held.text().substring(0, mark.start()).isBlank();
        held.say(mark.start());
        int length = mark.end() - mark.start();
        switch (mark.kind()) {
            case null -> {
                return false;
            }
            case EMPTY -> held.drop(length);
            case CALL -> stage = Stage.CALLING;
            case OPEN -> {
                MarkSense sense = MarkSense.ofOpening(mark, held.prose(), first, held.text().charAt(0));
                if (sense == MarkSense.SPOKEN_OF) {
                    held.saySpoken(1);
                } else {
                    open(mark, length, sense == MarkSense.MEANT);
                }
            }
            case CLOSE -> {
                switch (MarkSense.ofClosing(mark, held.prose(), held.text(), length)) {
                    case UNDECIDED -> {
                        return false;
                    }
                    case SPOKEN_OF -> held.saySpoken(length);
                    default -> {
                        unmarked |= mark.style() != Style.HEADING;
                        leaked |= held.shown();
                        close(length);
                    }
                }
            }
        }
        return !held.isEmpty();
    }

    private void open(Mark mark, int length, boolean sure) {
        style = mark.style();
        stage = sure ? Stage.THINKING : Stage.WONDERING;
        searched = sure ? 0 : length;
        opened = length;
        if (sure) {
            heard = true;
            held.drop(length);
        }
    }

    private void close(int end) {
        heard = true;
        held.drop(end);
        searched = 0;
        stage = Stage.SPEAKING;
        held.trim();
    }

    private boolean think() {
        Mark mark = ThoughtMarks.inThoughts(held.text(), searched);
        if (mark.kind() == null) {
            rest(mark.start());
            return false;
        }
        if (mark.kind() == Kind.CALL) {
            beginCall(mark);
        } else if (mark.kind() != Kind.CLOSE || !closes(mark)) {
            searched = mark.end();
        } else if (stage == Stage.WONDERING && style == Style.TAG
                && MarkSense.isSpokenOf(held.text().substring(opened, mark.start()))) {
            held.saySpoken(mark.end());
            searched = 0;
            stage = Stage.SPEAKING;
        } else {
            close(mark.end());
        }
        return !held.isEmpty();
    }

    private boolean closes(Mark mark) {
        return switch (style) {
            case FENCE, COMMENT, DETAILS, REMARK -> mark.style() == style;
            case TAG, CHANNEL, HEADING -> mark.style() == Style.TAG || mark.style() == Style.CHANNEL;
        };
    }

    private boolean hold() {
        Mark mark = ThoughtMarks.inThoughts(held.text(), searched);
        int answer = suspicion.answerIn(held.text());
        if (answer >= 0 && (mark.kind() == null || answer <= mark.start())) {
            close(answer);
            return !held.isEmpty();
        }
        switch (mark.kind()) {
            case null -> {
                rest(mark.start());
                return false;
            }
            case CALL -> beginCall(mark);
            case EMPTY -> {
                held.strike(mark.start(), mark.end());
                searched = mark.start();
            }
            case OPEN, CLOSE -> {
                if (!suspicion.ends(mark)) {
                    searched = mark.end();
                } else if (mark.kind() == Kind.OPEN) {
                    held.drop(mark.start());
                    open(mark, mark.end() - mark.start(), true);
                } else {
                    unmarked |= mark.style() != Style.HEADING;
                    close(mark.end());
                }
            }
        }
        return !held.isEmpty();
    }

    private void beginCall(Mark mark) {
        heard = true;
        held.drop(mark.start());
        stage = Stage.CALLING;
    }

    private boolean awaitCall() {
        int end = held.endOfMessage();
        if (end >= 0) {
            call(end);
            stage = Stage.SPEAKING;
            return !held.isEmpty();
        }
        if (held.length() > MAX_HELD) {
            lose();
            stage = Stage.THINKING;
        }
        return false;
    }

    private void call(int length) {
        called.accept(held.text().substring(0, length));
        held.drop(length);
        held.trim();
        searched = 0;
    }

    /** Keeps a possible partial mark. */
    private void rest(int half) {
        // The text before a partial mark decides what it is: start of a line, or code.
        if (stage == Stage.THINKING) {
            int kept = Math.max(0, half - 8);
            held.drop(kept);
            searched = half - kept;
            return;
        }
        searched = half;
        if (held.length() > MAX_HELD) {
            held.drop(half);
            searched = 0;
            stage = Stage.THINKING;
        }
    }
}
