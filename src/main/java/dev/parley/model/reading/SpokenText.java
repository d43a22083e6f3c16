package dev.parley.model.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import dev.parley.model.ToolCall;

/** Removes template tokens and calls written as text; holds back only what starts like one. Pure. */
final class SpokenText {
    private enum Stage {
        BEGINNING,
        SPEAKING,
        /** Everything from here on is a call. */
        CALLING,
        /** May be a call or an answer. */
        PERHAPS_CALLING,
        OVER
    }

    /** No call is longer, so more is never held back. */
    private static final int MAX_HELD = 32 * 1024;

    /** Longer than any inline code. */
    private static final int MAX_CODE = 200;

    private final TextMarks marks;
    private final WrittenCalls written;
    private final Consumer<String> said;
    private final Prose prose = new Prose();
    private final StringBuilder held = new StringBuilder();
    private Stage stage = Stage.BEGINNING;
    private boolean lineStart = true;
    /** HTML's strike-through ends like one model family's turns. */
    private boolean struck;
    private List<ToolCall> calls = List.of();

    /** @param functions that were offered */
    SpokenText(Set<String> functions, Consumer<String> said) {
        this.marks = new TextMarks(functions);
        this.written = new WrittenCalls(functions);
        this.said = said;
    }

    void accept(String piece) {
        if (stage == Stage.OVER) {
            return;
        }
        held.append(piece);
        if (stage == Stage.BEGINNING && !begin()) {
            return;
        }
        if (stage == Stage.SPEAKING) {
            speak(false);
        }
        if (held.length() > MAX_HELD && stage == Stage.PERHAPS_CALLING) {
            say(held.length());
            stage = Stage.SPEAKING;
        } else if (held.length() > MAX_HELD) {
            end();
        }
    }

    /** The context shows that this is a call. */
    void called(String text) {
        if (stage != Stage.OVER) {
            calls = Stream.concat(calls.stream(), written.in(text).calls().stream()).toList();
        }
    }

    void end() {
        if (stage == Stage.BEGINNING) {
            stage = Stage.SPEAKING;
        }
        if (stage == Stage.SPEAKING) {
            speak(true);
        }
        if (stage == Stage.CALLING || stage == Stage.PERHAPS_CALLING) {
            WrittenCalls.ParsedCalls found = written.in(held.toString());
            calls = Stream.concat(calls.stream(), found.calls().stream()).toList();
            if (stage == Stage.PERHAPS_CALLING && !found.isCall()) {
                say(held.length());
            }
        }
        held.setLength(0);
        stage = Stage.OVER;
    }

    /** True if the model ended its turn, whatever follows. */
    boolean isOver() {
        return stage == Stage.OVER;
    }

    List<ToolCall> calls() {
        return calls;
    }

    /** Returns true once decided. Drops the speaker's name. */
    @SuppressWarnings("JdkObsolete")
    private boolean begin() {
        Matcher speaker = TextMarks.SPEAKER.matcher(held);
        if (speaker.lookingAt()) {
            if (speaker.hitEnd()) {
                return false;
            }
            // A blank speaker is just white space.
            held.delete(0, speaker.group().isBlank() ? 0 : speaker.end());
        } else if (speaker.hitEnd()) {
            return false;
        }
        stage = Stage.SPEAKING;
        return true;
    }

    private void speak(boolean whole) {
        int at = 0;
        while (at < held.length()) {
            TextMarks.Kind kind = marks.at(held, at, lineStart);
            if (kind != TextMarks.Kind.NONE && isCode(at, kind, whole)) {
                kind = isOpenEnded(at, whole) ? TextMarks.Kind.HALF : TextMarks.Kind.NONE;
            }
            if (kind == TextMarks.Kind.HALF && !whole) {
                break;
            }
            if (kind == TextMarks.Kind.CALL || kind == TextMarks.Kind.PERHAPS_CALL) {
                say(at);
                stage = kind == TextMarks.Kind.CALL ? Stage.CALLING : Stage.PERHAPS_CALLING;
                return;
            }
            if (kind == TextMarks.Kind.TURN_OVER && !(struck && held.charAt(at + 1) == '/')) {
                say(at);
                held.setLength(0);
                stage = Stage.OVER;
                return;
            }
            struck |= kind == TextMarks.Kind.STRUCK;
            char c = held.charAt(at++);
            prose.pass(c);
            lineStart = c == '\n' || (lineStart && c == ' ');
        }
        say(at);
    }

    /** Text in backticks is quoted, except for a call that fills the line. */
    private boolean isCode(int at, TextMarks.Kind kind, boolean whole) {
        return kind != TextMarks.Kind.PERHAPS_CALL && prose.afterTick() && !prose.inFence()
                && (isOpenEnded(at, whole) || (endOfCode(at) < held.length() && held.charAt(endOfCode(at)) == '`'));
    }

    private boolean isOpenEnded(int at, boolean whole) {
        return !whole && endOfCode(at) == held.length() && held.length() - at < MAX_CODE;
    }

    private int endOfCode(int from) {
        int end = from;
        while (end < held.length() && held.charAt(end) != '\n' && held.charAt(end) != '`') {
            end++;
        }
        return end;
    }

    private void say(int length) {
        if (length > 0) {
            String text = held.substring(0, length);
            held.delete(0, length);
            said.accept(text);
        }
    }
}
