package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.LaneTest;
import dev.parley.model.ModelAddress;
import dev.parley.model.ModelConfigTest;
import dev.parley.model.ModelKey;
import dev.parley.testsupport.SteppingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** State kept for lanes, and its removal with the lane. */
class LaneGuardsTest {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-30T08:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LaneGuards guards = new LaneGuards(ModelConfigTest.config(Map.of()), clock, meters);

    private static Lane lane(String owner, String name, String key) {
        return new Lane(owner, name, new LaneKind.Compatible(), ModelAddress.parse("https://llm.example/v1", false),
                new ModelKey(key), name, null, LaneTest.DIALECT, LaneTest.TIMEOUTS);
    }

    private long gauges(String owner) {
        return meters.getMeters().stream().filter(meter -> owner.equals(meter.getId().getTag("owner")))
                .map(meter -> meter.getId().getTag("lane")).distinct().count();
    }

    @Test
    void shopThatChangesItsLanesAgainAndAgain_hasNobodyElsesForgotten() {
        LaneGuard others = guards.of(lane("other", "main", "k"));

        for (int i = 0; i < 25_000; i++) {
            guards.of(lane("busy", "m" + i, "k" + i));
            clock.goOn(Duration.ofMillis(1));
        }

        assertThat(guards.of(lane("other", "main", "k"))).isSameAs(others);
        assertThat(gauges("busy")).isEqualTo(40);
        assertThat(guards.states()).hasSize(41);
    }

    @Test
    void laneThatWasWantedLast_staysLongest() {
        LaneGuard wanted = guards.of(lane("shop", "wanted", "k"));
        for (int i = 0; i < 200; i++) {
            clock.goOn(Duration.ofSeconds(1));
            guards.of(lane("shop", "wanted", "k"));
            guards.of(lane("shop", "m" + i, "k"));
        }

        assertThat(guards.of(lane("shop", "wanted", "k"))).isSameAs(wanted);
    }

    @Test
    void laneThatNobodyAsks_goesWithItsGauges() {
        guards.of(lane("gone", "main", "k"));
        clock.goOn(Duration.ofHours(40));
        guards.of(lane("here", "main", "k"));
        clock.goOn(Duration.ofHours(40));

        assertThat(guards.states()).extracting(LaneState::owner).containsExactly("here");
        assertThat(gauges("gone")).isZero();
        assertThat(gauges("here")).isEqualTo(1);
    }

    @Test
    void laneWithANewKey_isTheOneThatIsShown() {
        guards.of(lane("shop", "main", "old"));
        guards.of(lane("shop", "main", "new"));

        assertThat(guards.states()).hasSize(1);
        assertThat(meters.find("parley.model.breaker.open").tag("owner", "shop").gauges()).hasSize(1);
        clock.goOn(Duration.ofDays(2));
        guards.of(lane("shop", "main", "new"));
        clock.goOn(Duration.ofHours(2));

        assertThat(guards.states()).as("the old key's guard takes nothing of the new one's along").hasSize(1);
        assertThat(gauges("shop")).isEqualTo(1);
    }
}
