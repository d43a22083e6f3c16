package dev.parley.language;

/**
 * The language of a text.
 *
 * @param sure whether the text itself says so; otherwise it is the expected one, or the nearest where the text is clearly not in that
 */
public record Detected(Language language, boolean sure) {}
