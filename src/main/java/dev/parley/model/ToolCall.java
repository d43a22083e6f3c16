package dev.parley.model;

/**
 * An action that the model asks for. All of it is the model's own words: to be checked, never trusted.
 *
 * @param id by which its result is told from others'
 * @param arguments JSON, if the model keeps to the protocol
 */
public record ToolCall(String id, String name, String arguments) {
    /** Arguments may hold what a visitor wrote, which must not reach a log. */
    @Override
    public String toString() {
        return name + "(" + arguments.length() + " characters)";
    }
}
