package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a prompt is made of.
 *
 * @param history oldest first, without the open question
 * @param questions the visitor's messages that nobody has answered yet, oldest first, at least one
 * @param locale the language that the visitor's browser asks for; data, not trusted
 * @param page the address that the visitor is looking at; data, not trusted
 * @param actions whether the shop's actions are offered to the model
 */
public record PromptInput(ShopFacts shop, List<Passage> passages, List<PastMessage> history, List<String> questions,
        @Nullable String locale, @Nullable String page, boolean actions) {
    public PromptInput {
        passages = List.copyOf(passages);
        history = List.copyOf(history);
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("A prompt needs a question");
        }
    }
}
