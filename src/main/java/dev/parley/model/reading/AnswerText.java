package dev.parley.model.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.parley.model.ToolCall;

/** The text of an answer on its way to the visitor: each piece once, without thoughts, calls and tokens, with something in it. */
final class AnswerText {
    private final Consumer<String> shown;
    private final SpokenText spoken;
    private final Thoughts thoughts;
    private final Repeats repeats = new Repeats();
    private final WholeCharacters characters = new WholeCharacters();
    /** White space before the first word: kept until one comes, for there may be none. */
    private String lead = "";
    private boolean any;
    private boolean thoughtsApart;

    /**
     * @param functions whose names no visitor is to see
     * @param unmarkedThoughts the model is known to think without a first mark
     */
    AnswerText(Set<String> functions, boolean unmarkedThoughts, Consumer<String> shown) {
        this.shown = shown;
        this.spoken = new SpokenText(functions, this::say);
        this.thoughts = new Thoughts(unmarkedThoughts, spoken::accept, spoken::called);
    }

    /** Returns whether there was text in it, shown or not. */
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

    /** The model's own refusal, which is nothing but text. */
    void refuse(String piece) {
        say(characters.of(piece));
    }

    /** @param cut by something else than the model */
    void end(boolean cut) {
        thoughts.end(cut);
        spoken.end();
    }

    boolean isAny() {
        return any;
    }

    /** Whether the model has ended its turn, whatever it goes on to write. */
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

    /** Whether the model was heard to think, aloud or apart. */
    boolean thought() {
        return thoughts.heard() || thoughtsApart;
    }

    boolean thoughtUnmarked() {
        return thoughts.unmarked();
    }

    /** Whether thoughts have been shown before they were known to be thoughts. */
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
