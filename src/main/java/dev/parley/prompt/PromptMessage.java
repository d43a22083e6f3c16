package dev.parley.prompt;

/** One message of a chat completion. */
public record PromptMessage(Role role, String text) {
    public enum Role {
        SYSTEM, USER, ASSISTANT
    }
}
