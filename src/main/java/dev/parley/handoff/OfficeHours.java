package dev.parley.handoff;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;

/**
 * When a shop's people are there. Without a single shift they always are.
 *
 * @param zone in which the shifts are meant, such as {@code Europe/Berlin}
 * @param holidays days without shifts
 */
public record OfficeHours(String zone, List<Shift> shifts, List<LocalDate> holidays) {
    public static final OfficeHours ALWAYS = new OfficeHours("UTC", List.of(), List.of());

    /** On one day of the week, from and until; one that ends at 00:00 ends with the day. */
    public record Shift(DayOfWeek day, LocalTime from, LocalTime until) {
        boolean covers(LocalTime time) {
            return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
        }
    }

    public OfficeHours {
        shifts = List.copyOf(shifts);
        holidays = List.copyOf(holidays);
        if (shifts.size() > 100 || holidays.size() > 1000) {
            throw ParleyException.invalid("bad_hours", "Hours have at most 100 shifts and 1,000 holidays.");
        }
        for (Shift shift : shifts) {
            if (!shift.until().equals(LocalTime.MIDNIGHT) && !shift.until().isAfter(shift.from())) {
                throw ParleyException.invalid("bad_hours",
                        "A shift ends after it begins, on the same day. Split one that goes through the night.");
            }
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw ParleyException.field("zone", "bad_zone", "is a time zone such as Europe/Berlin.");
        }
    }

    boolean openAt(Instant time) {
        if (shifts.isEmpty()) {
            return true;
        }
        ZonedDateTime there = time.atZone(ZoneId.of(zone));
        return !holidays.contains(there.toLocalDate())
                && shifts.stream().anyMatch(shift -> shift.day() == there.getDayOfWeek()
                        && shift.covers(there.toLocalTime()));
    }

    /** When the next shift begins, up to a year ahead; empty while one is on, or where there is none. */
    Optional<ZonedDateTime> opensAfter(Instant time) {
        ZoneId there = ZoneId.of(zone);
        LocalDate today = LocalDate.ofInstant(time, there);
        return openAt(time)
                ? Optional.empty()
                : today.datesUntil(today.plusYears(1))
                        .filter(day -> !holidays.contains(day))
                        .flatMap(day -> begins(day, there))
                        .filter(begin -> begin.isAfter(time))
                        .min(Comparator.naturalOrder())
                        .map(begin -> begin.atZone(there));
    }

    /** An hour that clocks skip begins at the jump, and one that they show twice begins twice. */
    private Stream<Instant> begins(LocalDate day, ZoneId there) {
        ZoneRules rules = there.getRules();
        return shifts.stream().filter(shift -> shift.day() == day.getDayOfWeek())
                .map(shift -> day.atTime(shift.from()))
                .flatMap(begin -> rules.getValidOffsets(begin).isEmpty()
                        ? Stream.of(rules.getTransition(begin).getInstant())
                        : rules.getValidOffsets(begin).stream().map(begin::toInstant));
    }
}
