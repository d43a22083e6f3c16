package dev.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * How one lane is doing, for health pages.
 *
 * @param breaker {@code OPEN} means that it is not asked at the moment
 * @param restingFor why it is left alone although its breaker is closed; null when it is not
 */
public record LaneState(String owner, String name, String model, ModelState.Breaker breaker,
        @Nullable ModelErrorKind restingFor) {}
