package dev.parley.prompt;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An FAQ entry found for the question.
 *
 * @param url shown under the answer, but not to the model, which might misspell it
 * @param score higher is better
 */
public record Passage(UUID id, String question, String answer, @Nullable String url, double score) {}
