package dev.parley.speech;

import java.time.Duration;

record Measured(AudioFormat format, Duration length) {
    /** 1 Mbit/s: no recorder writes more speech data in these containers. */
    private static final long MAX_IN_A_SECOND = 128 * 1024;

    /** @param rate units per second, positive */
    static Measured of(AudioFormat format, long units, long rate) {
        return new Measured(format, Duration.ofSeconds(units / rate, units % rate * 1_000_000_000L / rate));
    }

    /** At least the playing time of so many bytes: time tables can be forged. */
    Measured holding(long bytes) {
        Duration min = Duration.ofMillis(bytes * 1_000 / MAX_IN_A_SECOND);
        return length.compareTo(min) < 0 ? new Measured(format, min) : this;
    }
}
