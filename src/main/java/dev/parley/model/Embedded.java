package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of an embedding call.
 *
 * @param vectors in the order of the texts, all of one length
 * @param model as resolved by the server; may be null
 * @param tokens as counted by the server; may be null
 */
public record Embedded(List<float[]> vectors, @Nullable String model, @Nullable Integer tokens) {
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
