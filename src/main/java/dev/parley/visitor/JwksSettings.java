package dev.parley.visitor;

import org.jspecify.annotations.Nullable;

/**
 * Where a shop's identity provider publishes its keys.
 *
 * @param alg `RS256` or `ES256`; keys of the other kind are not looked at
 */
public record JwksSettings(@Nullable String url, @Nullable String alg) {}
