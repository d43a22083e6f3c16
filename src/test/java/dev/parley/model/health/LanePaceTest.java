package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import dev.parley.model.FakeTime;
import dev.parley.model.ModelErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanePaceTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final FakeTime time = new FakeTime();
    private final LanePace pace = new LanePace(time, TWO_MINUTES);

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, names = {"QUOTA", "CREDENTIALS", "MODEL_NOT_FOUND"})
    void troubleForAnOperator_restsForMinutes(ModelErrorKind kind) {
        pace.refused(kind, RetryHints.NONE, RateLimits.UNKNOWN);

        assertThat(pace.rest()).isEqualTo(new LanePace.Rest(kind, TWO_MINUTES));
        time.advance(TWO_MINUTES);
        assertThat(pace.rest()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"QUOTA", "CREDENTIALS",
            "MODEL_NOT_FOUND"})
    void otherTrouble_isNoReasonToRest(ModelErrorKind kind) {
        pace.refused(kind, RetryHints.NONE, RateLimits.UNKNOWN);

        assertThat(pace.rest()).isNull();
    }

    @Test
    void waitThatTheServerAsksFor_holdsForAllCalls_butNotForHours() {
        pace.refused(ModelErrorKind.RATE_LIMITED, new RetryHints(null, Duration.ofSeconds(20)), RateLimits.UNKNOWN);
        assertThat(pace.rest()).isEqualTo(new LanePace.Rest(ModelErrorKind.RATE_LIMITED, Duration.ofSeconds(20)));

        pace.refused(ModelErrorKind.RATE_LIMITED, new RetryHints(null, Duration.ofHours(20)), RateLimits.UNKNOWN);
        assertThat(pace.rest()).isEqualTo(new LanePace.Rest(ModelErrorKind.RATE_LIMITED, Duration.ofMinutes(1)));
    }

    @Test
    void lastRequestOfTheMinute_isFollowedByARest() {
        pace.answered(limits("1", "2s", "90000", "1s"), 400);
        assertThat(pace.rest()).isNull();

        pace.answered(limits("0", "2s", "90000", "1s"), 400);
        assertThat(pace.rest()).isEqualTo(new LanePace.Rest(ModelErrorKind.RATE_LIMITED, Duration.ofSeconds(2)));
    }

    @Test
    void fewerTokensThanACallNeeds_areNotTried() {
        pace.answered(limits("50", "2s", "399", "6m0s"), 400);

        assertThat(pace.rest()).isEqualTo(new LanePace.Rest(ModelErrorKind.RATE_LIMITED, Duration.ofMinutes(1)));
    }

    @Test
    void answer_endsTheRestOfALaneThatWasHopeless() {
        pace.refused(ModelErrorKind.QUOTA, RetryHints.NONE, RateLimits.UNKNOWN);

        pace.answered(RateLimits.UNKNOWN, 400);

        assertThat(pace.rest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "6m0s, 360000", "120ms, 120", "1h2m3.5s, 3723500", "2m, 120000", "0s, 0", "1.2ms, 2"})
    void resetTimes_areReadInAllTheirShapes(String text, long millis) {
        assertThat(RateLimits.duration(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-1s", "1", "1d", "99999999999999999999s"})
    void rubbish_isNoTime(String text) {
        assertThat(RateLimits.duration(text)).isNull();
    }

    private static RateLimits limits(String requests, String requestsReset, String tokens, String tokensReset) {
        return RateLimits.from(Map.of("x-ratelimit-remaining-requests", requests, "x-ratelimit-reset-requests",
                requestsReset, "x-ratelimit-remaining-tokens", tokens, "x-ratelimit-reset-tokens", tokensReset)::get);
    }
}
