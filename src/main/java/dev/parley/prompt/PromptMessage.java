package dev.parley.prompt;

import java.util.ArrayList;
import java.util.List;

public record PromptMessage(Role role, String text) {
    public enum Role {
        SYSTEM, USER, ASSISTANT
    }

    /** Prepends the system text to the first user message, or makes it one if the bot spoke first. */
    public static List<PromptMessage> withoutSystemRole(List<PromptMessage> messages) {
        if (messages.isEmpty() || messages.getFirst().role() != Role.SYSTEM) {
            return List.copyOf(messages);
        }
        List<PromptMessage> folded = new ArrayList<>(messages.subList(1, messages.size()));
        String system = messages.getFirst().text();
        if (!folded.isEmpty() && folded.getFirst().role() == Role.USER) {
            folded.set(0, new PromptMessage(Role.USER, system + "\n\n" + folded.getFirst().text()));
        } else {
            folded.addFirst(new PromptMessage(Role.USER, system));
        }
        return List.copyOf(folded);
    }
}
