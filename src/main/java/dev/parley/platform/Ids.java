package dev.parley.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** UUIDs of version 7 (RFC 9562, section 5.7), so that new rows are stored next to each other. */
@Singleton
public class Ids {
    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long time = clock.millis() << 16;
        long version = 0x7000 | (random.nextLong() & 0x0fff);
        long variant = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(time | version, variant);
    }
}
