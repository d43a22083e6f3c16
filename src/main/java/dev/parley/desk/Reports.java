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

@ApplicationScoped
public class Reports {
    /** Idle time after which a conversation counts as settled. */
    static final Duration SETTLED_AFTER = Duration.ofDays(3);
    private static final int MAX_REASONS = 50;

    private final ReportRepository repository;
    private final Clock clock;

    Reports(ReportRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A conversation with several labels counts for each of them. */
    public enum Split {
        NONE, DAY, AGENT, LABEL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Inclusive days in the shop's zone. */
    public record Period(LocalDate from, LocalDate to, ZoneId zone) {
        Instant begin() {
            return from.atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return to.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * A row of a report.
     *
     * @param key day, agent id or label; empty for the total
     * @param settled idle for 72 hours
     * @param deflected settled, without a request for a person or an agent's message
     * @param firstResponse from the request for a person to the first reply
     * @param resolution from first message to end, of ended conversations
     */
    public record Line(String key, long conversations, long settled, long deflected, long handedOff,
            Spread firstResponse, Spread resolution, long ratedUp, long ratedDown) {}

    /** In seconds; null without values. */
    public record Spread(@Nullable Double median, @Nullable Double p90) {}

    /** Why a person was needed, in words or as a code; null if unknown. */
    public record Reason(@Nullable String reason, long count) {}

    public Uni<List<Line>> lines(TenantId tenant, Period period, Split split) {
        return repository.lines(tenant, period, split, clock.instant().minus(SETTLED_AFTER));
    }

    /** Most frequent first. */
    public Uni<List<Reason>> reasons(TenantId tenant, Period period) {
        return repository.reasons(tenant, period, MAX_REASONS);
    }
}
