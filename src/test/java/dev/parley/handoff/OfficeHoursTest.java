package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import dev.parley.handoff.OfficeHours.Shift;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;

class OfficeHoursTest {
    private static final Shift MONDAY = new Shift(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final OfficeHours BERLIN = new OfficeHours("Europe/Berlin",
            List.of(MONDAY, new Shift(DayOfWeek.SATURDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
            List.of(LocalDate.of(2026, 6, 8)));

    @Test
    void shift_isMeantInTheShopsZoneInSummerAndWinter() {
        assertThat(BERLIN.openAt(Instant.parse("2026-06-01T07:00:00Z"))).isTrue();
        assertThat(BERLIN.openAt(Instant.parse("2026-06-01T15:00:00Z"))).isFalse();
        assertThat(BERLIN.openAt(Instant.parse("2026-11-23T07:30:00Z"))).isFalse();
        assertThat(BERLIN.openAt(Instant.parse("2026-11-23T15:59:59Z"))).isTrue();
    }

    @Test
    void midnightAsAnEnd_isTheDaysEnd() {
        assertThat(BERLIN.openAt(Instant.parse("2026-11-21T22:59:59Z"))).isTrue();
        assertThat(BERLIN.openAt(Instant.parse("2026-11-21T23:00:00Z"))).isFalse();
    }

    @Test
    void holiday_hasNoShifts() {
        assertThat(BERLIN.openAt(Instant.parse("2026-06-08T10:00:00Z"))).isFalse();
    }

    @Test
    void noShifts_areAlwaysOpen() {
        assertThat(OfficeHours.ALWAYS.openAt(Instant.parse("2026-11-22T03:00:00Z"))).isTrue();
    }

    @Test
    void whatCannotBeMeant_isRefused() {
        LocalTime nine = LocalTime.of(9, 0);
        assertThatThrownBy(() -> new OfficeHours("Mars/Base", List.of(), List.of()))
                .isInstanceOfSatisfying(ParleyException.class, e -> assertThat(e.code()).isEqualTo("bad_zone"));
        assertThatThrownBy(() -> new OfficeHours("UTC", List.of(new Shift(DayOfWeek.MONDAY, nine, nine)), List.of()))
                .isInstanceOfSatisfying(ParleyException.class, e -> assertThat(e.code()).isEqualTo("bad_hours"));
    }
}
