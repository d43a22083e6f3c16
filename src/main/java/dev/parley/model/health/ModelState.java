package dev.parley.model.health;

import java.time.Instant;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * How the model is doing, for health pages.
 *
 * @param breaker of the first model; {@code OPEN} means that it is not asked at the moment
 * @param lastError the kind of the newest failed call
 */
public record ModelState(boolean configured, String model, Breaker breaker, @Nullable ModelErrorKind lastError,
        @Nullable Instant lastErrorAt) {
    public enum Breaker {
        CLOSED, OPEN,
        /** One call is let through to see whether the upstream is back. */
        HALF_OPEN
    }
}
