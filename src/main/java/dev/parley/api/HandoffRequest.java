package dev.parley.api;

import org.jspecify.annotations.Nullable;

/** Asks for a person; the reason, at most 500 characters, is shown to the agents. */
public record HandoffRequest(@Nullable String reason) {}
