package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** {@code answers} is the id of the call that this message is the result of, else null. */
public record ChatMessage(Role role, String content, List<ToolCall> calls, @Nullable String answers) {
    public enum Role {
        SYSTEM("system"), USER("user"), ASSISTANT("assistant"), TOOL("tool");

        private final String wire;

        Role(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    public ChatMessage {
        calls = List.copyOf(calls);
    }

    public ChatMessage(Role role, String content) {
        this(role, content, List.of(), null);
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

    public static ChatMessage calling(String content, List<ToolCall> calls) {
        return new ChatMessage(Role.ASSISTANT, content, calls, null);
    }

    public static ChatMessage result(ToolCall call, String content) {
        return new ChatMessage(Role.TOOL, content, List.of(), call.id());
    }

    /** Keeps visitors' text out of logs. */
    @Override
    public String toString() {
        return role + "(" + content.length() + " characters)";
    }
}
