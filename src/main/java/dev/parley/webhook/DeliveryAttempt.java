package dev.parley.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** {@code status} is null without an answer, {@code error} with one; {@code response} is cut. */
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
