package dev.parley.model;

import org.jspecify.annotations.Nullable;

public sealed interface LaneKind {
    record OpenAi() implements LaneKind {}

    /** {@code deployment}: part of the path; a null {@code apiVersion} means omitted, as the newest servers allow. */
    record Azure(String deployment, @Nullable String apiVersion) implements LaneKind {}

    /** Any other server with the same protocol; some need no key. */
    record Compatible() implements LaneKind {}
}
