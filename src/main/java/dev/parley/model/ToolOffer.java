package dev.parley.model;

/** {@code parameters}: JSON Schema of the arguments. */
public record ToolOffer(String name, String description, String parameters) {}
