package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One message of a prompt.
 *
 * @param calls the actions that the assistant asked for in it
 * @param answers the id of the call whose result this is; null for all but results
 */
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

    /** What the assistant asked for, with what it said before. */
    public static ChatMessage calling(String content, List<ToolCall> calls) {
        return new ChatMessage(Role.ASSISTANT, content, calls, null);
    }

    /** What came of a call. */
    public static ChatMessage result(ToolCall call, String content) {
        return new ChatMessage(Role.TOOL, content, List.of(), call.id());
    }

    /** What a visitor wrote must not reach a log by way of a message's default text. */
    @Override
    public String toString() {
        return role + "(" + content.length() + " characters)";
    }
}
