package dev.parley.model.health;

import java.time.Instant;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/** {@code breaker}: of the first model; {@code lastError}: kind of the latest failure. */
public record ModelState(boolean configured, String model, Breaker breaker, @Nullable ModelErrorKind lastError,
        @Nullable Instant lastErrorAt) {
    public enum Breaker {
        CLOSED,
        OPEN,
        /** One call is let through as a probe. */
        HALF_OPEN
    }
}
