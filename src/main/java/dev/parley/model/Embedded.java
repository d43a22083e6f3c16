package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Texts as directions.
 *
 * @param vectors in the order of the texts, all of one length
 * @param model as the server resolved it; null when it did not say
 * @param tokens as the server counted them; null when it did not
 */
public record Embedded(List<float[]> vectors, @Nullable String model, @Nullable Integer tokens) {
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
