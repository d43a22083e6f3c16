package dev.parley.model.health;

import java.time.Instant;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * Why and when a lane did not begin to answer.
 *
 * @param said the upstream's own words, without keys and without the prompt's; null where it had none
 */
public record LaneError(ModelErrorKind kind, Instant at, @Nullable String said) {}
