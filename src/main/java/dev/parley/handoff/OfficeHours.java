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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Without shifts, always open. {@code zone} is such as {@code Europe/Berlin}; {@code holidays} are closed. */
public record OfficeHours(String zone, List<Shift> shifts, List<LocalDate> holidays) {
    public static final OfficeHours ALWAYS = new OfficeHours("UTC", List.of(), List.of());

    /** A shift on a weekday; 00:00 as the end means midnight. */
    public record Shift(DayOfWeek day,
            @Schema(implementation = String.class, pattern = "[0-2]\\d:[0-5]\\d") LocalTime from,
            @Schema(implementation = String.class, pattern = "[0-2]\\d:[0-5]\\d") LocalTime until) {
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

    /** Start of the next shift within a year; empty during a shift or without shifts. */
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

    /** A skipped hour begins at the clock change; a repeated one begins twice. */
    private Stream<Instant> begins(LocalDate day, ZoneId there) {
        ZoneRules rules = there.getRules();
        return shifts.stream().filter(shift -> shift.day() == day.getDayOfWeek())
                .map(shift -> day.atTime(shift.from()))
                .flatMap(begin -> rules.getValidOffsets(begin).isEmpty()
                        ? Stream.of(rules.getTransition(begin).getInstant())
                        : rules.getValidOffsets(begin).stream().map(begin::toInstant));
    }
}
