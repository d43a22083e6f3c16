package dev.parley.language;

/** A false {@code sure} means the expected language, or the nearest one if the text is clearly in another. */
public record Detected(Language language, boolean sure) {}
