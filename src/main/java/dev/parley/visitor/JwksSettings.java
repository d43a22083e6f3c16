package dev.parley.visitor;

import org.jspecify.annotations.Nullable;

/** A published key set. {@code alg} is `RS256` or `ES256`; other keys are ignored. */
public record JwksSettings(@Nullable String url, @Nullable String alg) {}
