package dev.parley.prompt;

import java.util.List;

/**
 * A prompt with its token counts.
 *
 * @param promptTokens exact for cl100k_base; slightly too high without a system role
 * @param maxAnswerTokens limit for the request
 * @param used entries in the prompt; the first is cited as [1]
 */
public record Prompt(List<PromptMessage> messages, int promptTokens, int maxAnswerTokens, List<Passage> used) {
    public Prompt {
        messages = List.copyOf(messages);
        used = List.copyOf(used);
    }

    /** Moves the system text into the user's message. */
    public Prompt withoutSystemRole() {
        return new Prompt(PromptMessage.withoutSystemRole(messages), promptTokens, maxAnswerTokens, used);
    }
}
