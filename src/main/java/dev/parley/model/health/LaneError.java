package dev.parley.model.health;

import java.time.Instant;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/** The latest failure to open. {@code said} are the upstream's words without keys and prompt text; may be null. */
public record LaneError(ModelErrorKind kind, Instant at, @Nullable String said) {}
