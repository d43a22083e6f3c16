package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static List<Instant> claimsSecondsAgo(int... seconds) {
        return IntStream.of(seconds).mapToObj(each -> NOW.minusSeconds(each)).toList();
    }

    @Test
    void tooFewClaims_promiseNothing() {
        assertThat(Place.of(1, claimsSecondsAgo(10, 20), NOW)).isEqualTo(new Place(1, null));
    }

    @Test
    void paceOfTheLastClaims_tellsHowLongItTakes() {
        assertThat(Place.of(1, claimsSecondsAgo(30, 60, 90), NOW)).isEqualTo(new Place(1, 30L));
        assertThat(Place.of(4, claimsSecondsAgo(30, 60, 90), NOW)).isEqualTo(new Place(4, 120L));
    }

    @Test
    void longSilenceAfterQuickClaims_slowsTheEstimate() {
        assertThat(Place.of(1, claimsSecondsAgo(900, 901, 902), NOW).etaSeconds()).isEqualTo(300L);
    }

    @Test
    void whatTakesLongerThanAnybodyWaits_isNotPromised() {
        assertThat(Place.of(200, claimsSecondsAgo(600, 700, 900), NOW).etaSeconds()).isNull();
    }
}
