package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Input of an answer's prompt.
 *
 * @param history oldest first, without the open questions
 * @param questions unanswered messages, oldest first, not empty
 * @param locale the browser's language; untrusted
 * @param page the address that the visitor looks at; untrusted
 * @param actions true if the shop's actions are offered
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
