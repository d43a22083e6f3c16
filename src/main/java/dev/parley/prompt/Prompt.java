package dev.parley.prompt;

import java.util.List;

/** {@code promptTokens} is exact for cl100k_base; the first of {@code used} is cited as [1]. */
public record Prompt(List<PromptMessage> messages, int promptTokens, int maxAnswerTokens, List<Passage> used) {
    public Prompt {
        messages = List.copyOf(messages);
        used = List.copyOf(used);
    }
}
