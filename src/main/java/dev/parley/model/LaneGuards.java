package dev.parley.model;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** The guards of all lanes that have been asked, one each, and how they stand, for health pages and metrics. */
final class LaneGuards {
    /** Lanes change when their owners change keys or models; what was forgotten begins afresh. */
    private static final int MOST = 2_000;

    private record Named(String owner, String name) {}

    private record Known(Lane lane, LaneGuard guard) {}

    private final ModelConfig config;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Map<Lane.Identity, LaneGuard> guards = new ConcurrentHashMap<>();
    private final Map<Named, Known> newest = new ConcurrentHashMap<>();

    LaneGuards(ModelConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        this.registry = registry;
    }

    LaneGuard of(Lane lane) {
        LaneGuard known = guards.get(lane.identity());
        return known != null ? known : add(lane);
    }

    private synchronized LaneGuard add(Lane lane) {
        if (guards.size() >= MOST) {
            guards.clear();
            newest.clear();
        }
        LaneGuard guard = guards.computeIfAbsent(lane.identity(), identity -> new LaneGuard(
                new LaneBreaker(identity, config.probeEvery()),
                new LaneQueue(identity, config.atOnce(), config.inLine()),
                new LanePace(clock, config.rest()), new RetryBudget(), new LaneAlarms(clock), new LaneHabits(clock)));
        Named named = new Named(lane.owner(), lane.name());
        newest.put(named, new Known(lane, guard));
        Gauge.builder("parley.model.breaker.open", newest, known -> openness(known.get(named)))
                .description("1 while the lane is left alone, 0.5 while one call looks whether it is back")
                .tag("owner", lane.owner()).tag("lane", lane.name()).register(registry);
        for (LaneAlarm alarm : LaneAlarm.values()) {
            Gauge.builder("parley.model.alarm", newest, known -> isUp(known.get(named), alarm))
                    .description("1 while a person must mend the lane")
                    .tag("owner", lane.owner()).tag("lane", lane.name()).tag("reason", alarm.code())
                    .register(registry);
        }
        return guard;
    }

    private static double isUp(@Nullable Known known, LaneAlarm alarm) {
        return known != null && known.guard.alarms().up().contains(alarm) ? 1 : 0;
    }

    private static double openness(@Nullable Known known) {
        return known == null ? 0 : switch (known.guard.breaker().state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN -> 1;
        };
    }

    List<LaneState> states() {
        return newest.values().stream().map(known -> {
            LanePace.Rest rest = known.guard.pace().rest();
            return new LaneState(known.lane.owner(), known.lane.name(), known.lane.model(),
                    known.guard.breaker().state(), rest == null ? null : rest.reason(), known.guard.alarms().up(),
                    known.guard.alarms().daysLeft(), known.guard.alarms().lastError(),
                    known.guard.alarms().failing(), known.guard.habits().quirks());
        }).toList();
    }
}
