package dev.parley.prompt;

public record PromptMessage(Role role, String text) {
    public enum Role {
        SYSTEM, USER, ASSISTANT
    }
}
