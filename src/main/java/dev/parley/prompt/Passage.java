package dev.parley.prompt;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An FAQ entry that was found for the question.
 *
 * @param url where the visitor can read on; shown under the answer, not to the model, which would only have a chance to misspell it
 * @param score the higher, the better it fits
 */
public record Passage(UUID id, String question, String answer, @Nullable String url, double score) {}
