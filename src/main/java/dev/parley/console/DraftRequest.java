package dev.parley.console;

import org.jspecify.annotations.Nullable;

public record DraftRequest(@Nullable String text) {}
