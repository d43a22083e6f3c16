package dev.parley.language;

/** @param sure false: the expected language, or the nearest one if the text is clearly in another */
public record Detected(Language language, boolean sure) {}
