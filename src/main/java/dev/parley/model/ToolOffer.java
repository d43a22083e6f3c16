package dev.parley.model;

/**
 * An action that the model may ask for.
 *
 * @param parameters a JSON Schema of its arguments
 */
public record ToolOffer(String name, String description, String parameters) {}
