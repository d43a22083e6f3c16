package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** Whose manners a lane's server has. */
public sealed interface LaneKind {
    /** OpenAI's own service. */
    record OpenAi() implements LaneKind {}

    /**
     * Azure's: the deployment stands in the path, the key in a header of its own.
     *
     * @param apiVersion null: left out, as the newest servers allow
     */
    record Azure(String deployment, @Nullable String apiVersion) implements LaneKind {}

    /** Any other server that speaks the protocol; some need no key. */
    record Compatible() implements LaneKind {}
}
