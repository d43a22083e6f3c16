package dev.parley.model.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.parley.model.ToolCall;

final class AnswerText {
    private final Consumer<String> shown;
    private final SpokenText spoken;
    private final Thoughts thoughts;
    private final Repeats repeats = new Repeats();
    private final WholeCharacters characters = new WholeCharacters();
    /** Leading white space, held until a word follows. */
    private String lead = "";
    private boolean any;
    private boolean thoughtsApart;

    /** {@code functions} must not be shown; {@code unmarkedThoughts}: the model is known to omit the opening mark. */
    AnswerText(Set<String> functions, boolean unmarkedThoughts, Consumer<String> shown) {
        this.shown = shown;
        this.spoken = new SpokenText(functions, this::say);
        this.thoughts = new Thoughts(unmarkedThoughts, spoken::accept, spoken::called);
    }

    /** True if it contained text, shown or not. */
    boolean take(Chunk chunk) {
        if (chunk.thoughts()) {
            thoughtsApart = true;
            thoughts.apart();
        }
        String piece = repeats.fresh(chunk);
        if (piece == null || piece.isEmpty()) {
            return false;
        }
        thoughts.accept(characters.of(piece));
        return true;
    }

    /** The model's own refusal: plain text. */
    void refuse(String piece) {
        say(characters.of(piece));
    }

    /** @param cut by something other than the model */
    void end(boolean cut) {
        thoughts.end(cut);
        spoken.end();
    }

    boolean isAny() {
        return any;
    }

    /** True if the model ended its turn, whatever follows. */
    boolean isOver() {
        return spoken.isOver();
    }

    /** The calls that were written as text. */
    List<ToolCall> calls() {
        return spoken.calls();
    }

    boolean isThinking() {
        return thoughts.thinking();
    }

    /** True if reasoning output was received, in the text or separately. */
    boolean thought() {
        return thoughts.heard() || thoughtsApart;
    }

    boolean thoughtUnmarked() {
        return thoughts.unmarked();
    }

    /** True if reasoning was shown before it was recognized. */
    boolean leaked() {
        return thoughts.leaked();
    }

    private void say(String piece) {
        String text = lead + piece;
        if (!any && text.isBlank()) {
            lead = text;
        } else if (!text.isEmpty()) {
            lead = "";
            any = true;
            shown.accept(text);
        }
    }
}
