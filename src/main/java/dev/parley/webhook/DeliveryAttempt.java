package dev.parley.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One try to deliver an event.
 *
 * @param status null when there was no answer
 * @param error why there was none; null when there was
 * @param response the beginning of what the shop's server said
 */
public record DeliveryAttempt(Instant at, long millis, @Nullable Integer status, @Nullable String error,
        @Nullable String response) {
    private static final int GONE = 410;

    boolean accepted() {
        return status != null && status >= 200 && status < 300;
    }

    boolean gone() {
        return status != null && status == GONE;
    }
}
