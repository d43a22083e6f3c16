package dev.parley.prompt;

import java.util.List;

/**
 * What to send to the model, and what it will cost.
 *
 * @param promptTokens exact for models that count in cl100k_base; a few too many without a system role
 * @param maxAnswerTokens the limit to ask the model for
 * @param used the entries in the prompt; the first is cited as [1]
 */
public record Prompt(List<PromptMessage> messages, int promptTokens, int maxAnswerTokens, List<Passage> used) {
    public Prompt {
        messages = List.copyOf(messages);
        used = List.copyOf(used);
    }

    /** For servers that take no system role: the same text, first in the user's. */
    public Prompt withoutSystemRole() {
        return new Prompt(PromptMessage.withoutSystemRole(messages), promptTokens, maxAnswerTokens, used);
    }
}
