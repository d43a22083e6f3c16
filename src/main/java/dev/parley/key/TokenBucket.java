package dev.parley.key;

import java.time.Duration;
import java.time.Instant;

/** Lets so many requests through in a minute, some of them at once: it is full at first, each request takes a token, time brings them back. */
final class TokenBucket {
    /** A thirtieth of a minute's requests may come at once. */
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

    /**
     * What became of a request.
     *
     * @param limit how many may come at once
     * @param full until the bucket is full again
     * @param pause until there is a token; zero for one that was let through
     */
    record Taken(int limit, int remaining, Duration full, Duration pause) {
        boolean refused() {
            return !pause.isZero();
        }
    }

    synchronized Taken take(Instant now) {
        // A clock that was set back gives nothing and takes nothing.
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

    /** In seconds, the time in which as many come back as may come at once. */
    long window() {
        return Math.max(1, Math.round(60.0 * capacity / perMinute));
    }
}
