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

    @Test
    void nextShift_isTheFirstThatIsNoHoliday() {
        assertThat(opens(BERLIN, "2026-06-06T10:00:00Z")).isEqualTo("2026-06-06T18:00:00Z");
        assertThat(opens(BERLIN, "2026-06-07T10:00:00Z")).isEqualTo("2026-06-13T18:00:00Z");
        assertThat(opens(BERLIN, "2026-06-01T06:59:59Z")).isEqualTo("2026-06-01T07:00:00Z");
    }

    @Test
    void nextShift_followsTheClocksWhenTheyChange() {
        assertThat(opens(BERLIN, "2026-03-28T23:00:00Z")).isEqualTo("2026-03-30T07:00:00Z");
        assertThat(opens(BERLIN, "2026-10-24T22:00:00Z")).isEqualTo("2026-10-26T08:00:00Z");
    }

    @Test
    void shiftInTheHourThatClocksSkip_beginsAtTheJump() {
        OfficeHours night = nightShift();

        assertThat(opens(night, "2026-03-29T00:30:00Z")).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(night.openAt(Instant.parse("2026-03-29T01:00:00Z"))).isTrue();
        assertThat(night.openAt(Instant.parse("2026-03-29T00:59:59Z"))).isFalse();
    }

    @Test
    void shiftInTheHourThatClocksShowTwice_beginsTwice() {
        OfficeHours night = nightShift();

        assertThat(opens(night, "2026-10-25T00:10:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(opens(night, "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void whileAShiftIsOnOrWhereThereIsNone_nothingOpens() {
        OfficeHours never = new OfficeHours("UTC", List.of(MONDAY), LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 12, 31)).filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY).toList());

        assertThat(BERLIN.opensAfter(Instant.parse("2026-06-01T07:00:00Z"))).isEmpty();
        assertThat(OfficeHours.ALWAYS.opensAfter(Instant.EPOCH)).isEmpty();
        assertThat(never.opensAfter(Instant.parse("2026-06-01T07:00:00Z"))).isEmpty();
    }

    private static OfficeHours nightShift() {
        return new OfficeHours("Europe/Berlin",
                List.of(new Shift(DayOfWeek.SUNDAY, LocalTime.of(2, 30), LocalTime.of(6, 0))), List.of());
    }

    private static String opens(OfficeHours hours, String after) {
        return hours.opensAfter(Instant.parse(after)).orElseThrow().toInstant().toString();
    }
}
