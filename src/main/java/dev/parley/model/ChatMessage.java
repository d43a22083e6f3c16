package dev.parley.model;

/** One message of a prompt. */
public record ChatMessage(Role role, String content) {
    public enum Role {
        SYSTEM("system"), USER("user"), ASSISTANT("assistant");

        private final String wire;

        Role(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    public static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }

    public static ChatMessage assistant(String content) {
        return new ChatMessage(Role.ASSISTANT, content);
    }

    /** What a visitor wrote must not reach a log by way of a message's default text. */
    @Override
    public String toString() {
        return role + "(" + content.length() + " characters)";
    }
}
