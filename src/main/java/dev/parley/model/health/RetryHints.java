package dev.parley.model.health;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Hints in a refusal.
 *
 * @param shouldRetry {@code x-should-retry}, which overrides the status
 * @param delay {@code retry-after-ms}, else {@code Retry-After}; null if missing, not positive or invalid
 * @param objection the refused part of the request
 */
public record RetryHints(@Nullable Boolean shouldRetry, @Nullable Duration delay, Objection objection) {
    public static final RetryHints NONE = new RetryHints(null, null);

    public RetryHints(@Nullable Boolean shouldRetry, @Nullable Duration delay) {
        this(shouldRetry, delay, Objection.NONE);
    }

    public interface Headers {
        @Nullable
        String get(String name);
    }

    public static RetryHints from(Headers headers, Clock clock) {
        Duration wait = positive(millis(headers.get("retry-after-ms")));
        if (wait == null) {
            String retryAfter = headers.get("retry-after");
            wait = positive(seconds(retryAfter));
            if (wait == null) {
                wait = positive(untilDate(retryAfter, clock));
            }
        }
        return new RetryHints(bool(headers.get("x-should-retry")), wait);
    }

    public RetryHints about(Objection refused) {
        return new RetryHints(shouldRetry, delay, refused);
    }

    private static @Nullable Boolean bool(@Nullable String value) {
        if ("true".equals(value)) {
            return Boolean.TRUE;
        }
        return "false".equals(value) ? Boolean.FALSE : null;
    }

    private static @Nullable Duration millis(@Nullable String value) {
        Double number = number(value);
        return number == null ? null : Duration.ofMillis((long) Math.ceil(number));
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        Double number = number(value);
        return number == null ? null : Duration.ofMillis((long) Math.ceil(number * 1000));
    }

    /** Accepts fractions; capped at a day to avoid overflow. */
    private static @Nullable Double number(@Nullable String value) {
        if (value == null || !value.strip().matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            return null;
        }
        return Math.min(Double.parseDouble(value.strip()), 86_400_000);
    }

    private static @Nullable Duration untilDate(@Nullable String value, Clock clock) {
        if (value == null) {
            return null;
        }
        try {
            return Duration.between(clock.instant(),
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException rubbish) {
            return null;
        }
    }

    private static @Nullable Duration positive(@Nullable Duration wait) {
        return wait == null || wait.isNegative() || wait.isZero() ? null : wait;
    }
}
