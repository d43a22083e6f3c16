package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT3S", "0.25, PT0.25S", "86400, PT24H", "99999999999999, PT24000H",
            "'Mon, 23 Nov 2026 12:00:07 GMT', PT7S"})
    void retryAfter_isSecondsOrADate(String value, Duration expected) {
        assertThat(hints(Map.of("retry-after", value)).delay()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "soon", "1e9", "NaN", "Infinity", "0x10", "Mon, 23 Nov 2026 11:59:59 GMT",
            "Tue, 99 Nov 2026 12:00:00 GMT"})
    void retryAfterThatSaysNothing_isIgnored(String value) {
        assertThat(hints(Map.of("retry-after", value)).delay()).isNull();
    }

    @Test
    void milliseconds_goBeforeSeconds() {
        assertThat(hints(Map.of("retry-after", "9", "retry-after-ms", "120.5")).delay())
                .isEqualTo(Duration.ofMillis(121));
    }

    @Test
    void rubbishMilliseconds_leaveTheSeconds() {
        assertThat(hints(Map.of("retry-after", "9", "retry-after-ms", "-5")).delay()).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "maybe, ", "TRUE, "})
    void shouldRetry_isTrueFalseOrNothing(String value, Boolean expected) {
        assertThat(hints(Map.of("x-should-retry", value)).shouldRetry()).isEqualTo(expected);
    }

    private static RetryHints hints(Map<String, String> headers) {
        return RetryHints.from(headers::get, NOW);
    }
}
