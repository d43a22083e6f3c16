package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lists are oldest first; {@code locale} and {@code page} are untrusted. */
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
