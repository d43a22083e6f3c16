package dev.parley.platform;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    @Test
    void id_isAUuidOfVersion7ThatBeginsWithTheTime() {
        UUID id = idsAt(NOW).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void laterId_sortsBehind() {
        String earlier = idsAt(NOW).next().toString();
        String later = idsAt(NOW.plusMillis(1)).next().toString();

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void idsOfOneMillisecond_differ() {
        Ids ids = idsAt(NOW);
        Set<UUID> made = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }

        assertThat(made).hasSize(10_000);
    }

    private static Ids idsAt(Instant time) {
        return new Ids(Clock.fixed(time, UTC), new Random(42));
    }
}
