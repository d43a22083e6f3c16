package dev.parley.model.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parley.model.Lane;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.health.LaneCheck.Verdict;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Problems of one lane, logged repeatedly with the setting to change until they are fixed. */
public final class LaneAlarms {
    private static final Logger LOG = Logger.getLogger(LaneAlarms.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    /** A single refusal may be due to the question. */
    private static final int MANY = 3;

    private final Clock clock;
    private final Map<LaneAlarm, Instant> told = new EnumMap<>(LaneAlarm.class);
    private List<String> models = List.of();
    private @Nullable LocalDate shutdown;
    private @Nullable LaneError lastError;
    private int refusals;
    private boolean failing;

    LaneAlarms(Clock clock) {
        this.clock = clock;
    }

    synchronized Set<LaneAlarm> up() {
        return told.isEmpty() ? Set.of() : EnumSet.copyOf(told.keySet());
    }

    /** Negative after the day; null if no end is known. */
    synchronized @Nullable Long daysLeft() {
        return shutdown == null ? null : ChronoUnit.DAYS.between(LocalDate.now(clock), shutdown);
    }

    /** The latest failure; null if there was none. */
    synchronized @Nullable LaneError lastError() {
        return lastError;
    }

    /** True if it has failed since its last answer. */
    synchronized boolean failing() {
        return failing;
    }

    synchronized void refused(Lane lane, ModelErrorKind kind, @Nullable String said) {
        if (kind.asked()) {
            lastError = new LaneError(kind, clock.instant(), said);
            failing |= kind != ModelErrorKind.REFUSED_BY_POLICY;
        }
        switch (kind) {
            case MODEL_NOT_FOUND -> raise(lane, LaneAlarm.GONE);
            case CREDENTIALS -> raise(lane, LaneAlarm.KEY_REFUSED);
            case QUOTA -> raise(lane, LaneAlarm.QUOTA_SPENT);
            case BAD_REQUEST, MALFORMED, CONTEXT_TOO_LONG -> {
                if (++refusals >= MANY) {
                    raise(lane, LaneAlarm.NO_ANSWERS);
                }
            }
            default -> {
                // Transient.
            }
        }
    }

    public synchronized void answered(Lane lane, String resolved) {
        refusals = 0;
        failing = false;
        if (!told.isEmpty()) {
            told.remove(LaneAlarm.NO_ANSWERS);
            told.remove(LaneAlarm.GONE);
            told.remove(LaneAlarm.KEY_REFUSED);
            told.remove(LaneAlarm.QUOTA_SPENT);
        }
        if (Pin.broken(lane.model(), resolved)) {
            raise(lane, LaneAlarm.OTHER_MODEL);
        } else {
            told.remove(LaneAlarm.OTHER_MODEL);
        }
    }

    public synchronized void checked(Lane lane, LaneCheck check) {
        if (check.verdict() == Verdict.THERE || check.verdict() == Verdict.GONE) {
            models = check.models();
            shutdown = check.shutdown();
            told.remove(LaneAlarm.KEY_REFUSED);
        }
        switch (check.verdict()) {
            case GONE -> raise(lane, LaneAlarm.GONE);
            case KEY_REFUSED -> raise(lane, LaneAlarm.KEY_REFUSED);
            case THERE -> {
                told.remove(LaneAlarm.GONE);
                failing &= lastError == null || lastError.kind() != ModelErrorKind.MODEL_NOT_FOUND;
                if (check.shutdown() == null) {
                    told.remove(LaneAlarm.ENDING);
                } else {
                    raise(lane, LaneAlarm.ENDING);
                }
            }
            case ADDRESS_REFUSED, UNKNOWN -> {
                // Says nothing.
            }
        }
    }

    private void raise(Lane lane, LaneAlarm alarm) {
        Instant now = clock.instant();
        Instant last = told.get(alarm);
        if (last == null || !now.isBefore(last.plus(EVERY))) {
            told.put(alarm, now);
            LOG.error(LaneAdvice.of(lane, alarm, models, shutdown));
        }
    }
}
