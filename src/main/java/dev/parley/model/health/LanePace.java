package dev.parley.model.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/** When a lane may be called again, by its refusals and {@code x-ratelimit-*} headers. */
public final class LanePace {
    /** Upper bound of a rest, whatever the server asks for. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public record Rest(ModelErrorKind reason, Duration left) {}

    private final Clock clock;
    private final Duration whenHopeless;
    private final Map<ModelErrorKind, Instant> until = new EnumMap<>(ModelErrorKind.class);

    /** @param whenHopeless rest of a lane that only an operator can fix; zero: none */
    LanePace(Clock clock, Duration whenHopeless) {
        this.clock = clock;
        this.whenHopeless = whenHopeless;
    }

    /** The longest rest in effect; null if the lane may be called. */
    public synchronized @Nullable Rest rest() {
        Instant now = clock.instant();
        Rest longest = null;
        for (Map.Entry<ModelErrorKind, Instant> entry : until.entrySet()) {
            Duration left = Duration.between(now, entry.getValue());
            if (left.isPositive() && (longest == null || left.compareTo(longest.left()) > 0)) {
                longest = new Rest(entry.getKey(), left);
            }
        }
        return longest;
    }

    synchronized void refused(ModelErrorKind kind, RetryHints hints, RateLimits limits) {
        switch (kind) {
            case QUOTA, MODEL_NOT_FOUND, CREDENTIALS -> until.put(kind, clock.instant().plus(whenHopeless));
            case RATE_LIMITED, OVERLOADED -> {
                Duration wait = hints.delay() != null ? hints.delay() : limits.waitBefore(0);
                if (wait != null) {
                    restFor(wait);
                }
            }
            default -> {
                // Concerns the breaker or this request only.
            }
        }
    }

    public synchronized void answered(RateLimits limits, int tokensOfACall) {
        until.remove(ModelErrorKind.QUOTA);
        until.remove(ModelErrorKind.MODEL_NOT_FOUND);
        until.remove(ModelErrorKind.CREDENTIALS);
        Duration wait = limits.waitBefore(tokensOfACall);
        if (wait != null) {
            restFor(wait);
        }
    }

    private void restFor(Duration wait) {
        Instant end = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        until.merge(ModelErrorKind.RATE_LIMITED, end, (a, b) -> a.isAfter(b) ? a : b);
    }
}
