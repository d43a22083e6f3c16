package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Vectors in the order of the texts, all of one length; model and tokens as the server reports them. */
public record Embedded(List<float[]> vectors, @Nullable String model, @Nullable Integer tokens) {
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
