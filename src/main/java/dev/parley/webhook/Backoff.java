package dev.parley.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between attempts: twice as long after each failure, and any part of that (full jitter), so that many do not come back as one. */
record Backoff(Duration longest, RandomGenerator random) {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 20;

    /** @param failures in a row, from 1 */
    Duration after(int failures) {
        long most = FIRST.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(1 + random.nextLong(Math.min(most, longest.toMillis())));
    }
}
