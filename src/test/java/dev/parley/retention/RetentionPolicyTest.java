package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionPolicyTest {
    private static final RetentionPolicy THIRTY_DAYS = RetentionPolicy.of(30, null);

    @ParameterizedTest
    @CsvSource({
            // Ordinary days.
            "2026-02-15T12:00+01:00[Europe/Berlin], 2026-01-16T12:00+01:00[Europe/Berlin]",
            // An hour is skipped on 29 March, so the local time is one hour earlier.
            "2026-04-10T12:00+02:00[Europe/Berlin], 2026-03-11T11:00+01:00[Europe/Berlin]",
            // An hour is repeated on 25 October, so the local time is one hour later.
            "2026-11-10T12:00+01:00[Europe/Berlin], 2026-10-11T13:00+02:00[Europe/Berlin]",
            // In the skipped hour, and in the repeated one.
            "2026-04-28T02:30+02:00[Europe/Berlin], 2026-03-29T01:30+01:00[Europe/Berlin]",
            "2026-11-24T02:30+01:00[Europe/Berlin], 2026-10-25T02:30+01:00[Europe/Berlin]",
            // Daylight saving of half an hour.
            "2026-04-20T12:00+10:30[Australia/Lord_Howe], 2026-03-21T12:30+11:00[Australia/Lord_Howe]",
            // Over a 29 February, over a 28 that ends February, and from a leap day.
            "2028-03-10T00:00Z, 2028-02-09T00:00Z", "2027-03-10T00:00Z, 2027-02-08T00:00Z",
            "2028-02-29T00:00Z, 2028-01-30T00:00Z",
            "2028-03-30T00:00Z, 2028-02-29T00:00Z"})
    void thirtyDays_are720HoursWhateverTheCalendarDoes(ZonedDateTime now, ZonedDateTime cutoff) {
        assertThat(THIRTY_DAYS.cutoff(now.toInstant())).isEqualTo(cutoff.toInstant())
                .isEqualTo(now.toInstant().minusSeconds(2_592_000));
    }

    @Test
    void tenantsLimit_goesBeforeTheDefault() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(RetentionPolicy.of(30, Duration.ofHours(2)).cutoff(now)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(RetentionPolicy.of(30, Duration.ofDays(90)).cutoff(now)).isEqualTo("2026-08-25T10:00:00Z");
    }

    @Test
    void keepingNothing_leavesTimeToWriteTheNextMessage() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(RetentionPolicy.of(30, Duration.ZERO).cutoff(now)).isEqualTo("2026-11-23T09:45:00Z");
    }
}
