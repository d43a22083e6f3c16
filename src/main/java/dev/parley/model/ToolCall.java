package dev.parley.model;

/**
 * An action requested by the model: untrusted input. {@code arguments} are JSON, if the model keeps to the protocol.
 */
public record ToolCall(String id, String name, String arguments) {
    /** Omits the arguments, which may hold a visitor's text. */
    @Override
    public String toString() {
        return name + "(" + arguments.length() + " characters)";
    }
}
