package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.model.ChatRequest;

/** How a question will be answered. */
sealed interface Plan {
    /** What the answer stands on. */
    Evidence evidence();

    /** With words that are there already. */
    record Say(String text, Finish finish, List<Source> sources, Evidence evidence) implements Plan {}

    /**
     * By the model.
     *
     * @param otherwise what is said when the model does not answer
     * @param refusal what is said when the model's policy refuses the question
     */
    record Ask(ChatRequest request, List<Source> sources, Say otherwise, Say refusal,
            Evidence evidence) implements Plan {}
}
