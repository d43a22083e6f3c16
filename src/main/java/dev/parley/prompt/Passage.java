package dev.parley.prompt;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An FAQ entry for the prompt. {@code url} is not shown to the model, which might misspell it. */
public record Passage(UUID id, String question, String answer, @Nullable String url, double score) {}
