package dev.parley.spend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A usage query. Days are inclusive, in the tenant's zone; without {@code groups} there is one total. */
public record UsageQuery(LocalDate from, LocalDate to, Set<Group> groups) {
    /** Thirteen months, to compare a month with a year ago. */
    private static final int MAX_DAYS = 400;
    private static final int USUAL_DAYS = 30;

    public enum Group {
        DAY, MODEL, KIND
    }

    public UsageQuery {
        groups = groups.isEmpty() ? Set.of() : EnumSet.copyOf(groups);
        if (to.isBefore(from)) {
            throw ParleyException.invalid("bad_period", "The parameter `from` lies after `to`. Swap them.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            throw ParleyException.invalid("bad_period", "At most 400 days can be asked for at once. Ask in parts.");
        }
    }

    /** By default thirty days, up to today. */
    public static UsageQuery of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, Set<Group> groups) {
        LocalDate last = to != null ? to : from == null || !from.isAfter(today) ? today : from;
        return new UsageQuery(from == null ? last.minusDays(USUAL_DAYS - 1) : from, last, groups);
    }
}
