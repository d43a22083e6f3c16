package dev.parley.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter. */
record Backoff(Duration longest, RandomGenerator random) {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 20;

    /** @param failures consecutive, from 1 */
    Duration after(int failures) {
        long max = FIRST.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        return Duration.ofMillis(1 + random.nextLong(Math.min(max, longest.toMillis())));
    }
}
