package dev.parley.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What came of a shop's conversations, by the day on which they began. */
@ApplicationScoped
public class Reports {
    /** Whoever has not come back by then has got what they wanted, or given up: the conversation is settled. */
    static final Duration SETTLED_AFTER = Duration.ofDays(3);
    private static final int MOST_REASONS = 50;

    private final ReportRepository repository;
    private final Clock clock;

    Reports(ReportRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** By what conversations are told apart. One with several labels counts for each of them. */
    public enum Split {
        NONE, DAY, AGENT, LABEL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The days, both included, in the shop's zone. */
    public record Period(LocalDate from, LocalDate to, ZoneId zone) {
        Instant begin() {
            return from.atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return to.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * Some conversations.
     *
     * @param key the day, the agent's id or the label; empty where nothing is told apart
     * @param settled those in which nothing has been said for 72 hours
     * @param deflected those of the settled in which nobody asked for a person and none wrote
     * @param handedOff those in which a person was asked for
     * @param firstResponse from asking for a person to the first word of one
     * @param resolution from the first word to the end, of those that were ended
     */
    public record Line(String key, long conversations, long settled, long deflected, long handedOff,
            Spread firstResponse, Spread resolution, long ratedUp, long ratedDown) {}

    /** In seconds; null where there is none. */
    public record Spread(@Nullable Double median, @Nullable Double p90) {}

    /** Why a person was asked for, in the askers' words or by a reason's name; null for those who gave none. */
    public record Reason(@Nullable String reason, long count) {}

    /** By key. */
    public Uni<List<Line>> lines(TenantId tenant, Period period, Split split) {
        return repository.lines(tenant, period, split, clock.instant().minus(SETTLED_AFTER));
    }

    /** The most frequent first. */
    public Uni<List<Reason>> reasons(TenantId tenant, Period period) {
        return repository.reasons(tenant, period, MOST_REASONS);
    }
}
