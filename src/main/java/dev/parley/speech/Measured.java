package dev.parley.speech;

import java.time.Duration;

/** What a file's bytes come to. */
record Measured(AudioFormat format, Duration length) {
    /** @param rate units in a second, above zero */
    static Measured of(AudioFormat format, long units, long rate) {
        return new Measured(format, Duration.ofSeconds(units / rate, units % rate * 1_000_000_000L / rate));
    }
}
