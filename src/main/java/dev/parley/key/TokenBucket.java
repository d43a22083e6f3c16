package dev.parley.key;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: starts full, each request takes a token, and time refills it. */
final class TokenBucket {
    /** The burst is 1/30 of a minute's requests. */
    private static final int SHARE = 30;

    private final int perMinute;
    private final int capacity;
    private double tokens;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.capacity = Math.max(1, perMinute / SHARE);
        this.tokens = capacity;
        this.filled = now;
    }

    /** {@code limit} is the burst; {@code full} and {@code pause} are the times until full and until the next token. */
    record Taken(int limit, int remaining, Duration full, Duration pause) {
        boolean refused() {
            return !pause.isZero();
        }
    }

    synchronized Taken take(Instant now) {
        // Ignores a clock that was set back.
        long passed = Math.max(0, Duration.between(filled, now).toNanos());
        tokens = Math.min(capacity, tokens + passed * tokensPerNano());
        filled = now;
        boolean enough = tokens >= 1;
        if (enough) {
            tokens--;
        }
        return new Taken(capacity, (int) tokens, time(capacity - tokens), enough ? Duration.ZERO : time(1 - tokens));
    }

    private Duration time(double missing) {
        return Duration.ofNanos((long) Math.ceil(missing / tokensPerNano()));
    }

    private double tokensPerNano() {
        return perMinute / 60e9;
    }

    int perMinute() {
        return perMinute;
    }

    /** Seconds to refill an empty bucket. */
    long window() {
        return Math.max(1, Math.round(60.0 * capacity / perMinute));
    }
}
