package dev.parley.speech;

import java.time.Duration;

/** What a file's bytes come to. */
record Measured(AudioFormat format, Duration length) {
    /** A megabit in a second: of speech in the codings that are packed into containers, no recorder writes more. */
    private static final long MOST_IN_A_SECOND = 128 * 1024;

    /** @param rate units in a second, above zero */
    static Measured of(AudioFormat format, long units, long rate) {
        return new Measured(format, Duration.ofSeconds(units / rate, units % rate * 1_000_000_000L / rate));
    }

    /** At least as long as it takes to play so many bytes: what a table of times says, anybody can write. */
    Measured holding(long bytes) {
        Duration least = Duration.ofMillis(bytes * 1_000 / MOST_IN_A_SECOND);
        return length.compareTo(least) < 0 ? new Measured(format, least) : this;
    }
}
