package dev.parley.turn;

import org.jspecify.annotations.Nullable;

/** What an attempt at an answer took: to its first text, and until now. */
final class Stopwatch {
    private final long begunAt = System.nanoTime();
    private @Nullable Long firstTextMillis;

    /** Nanoseconds until this moment, which is the one of the first text. */
    long firstText() {
        firstTextMillis = elapsedMillis();
        return System.nanoTime() - begunAt;
    }

    Evidence readInto(Evidence evidence) {
        return evidence.took(firstTextMillis, elapsedMillis());
    }

    private long elapsedMillis() {
        return (System.nanoTime() - begunAt) / 1_000_000;
    }
}
