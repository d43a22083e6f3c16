package dev.parley.model.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import dev.parley.model.Lane;
import dev.parley.model.ModelConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

public final class LaneGuards {
    /** More than any shop needs; keeps a shop that changes its lanes often from evicting others'. */
    private static final int MAX_OF_AN_OWNER = 40;
    private static final int MAX_LANES = 20_000;
    /** Lanes are checked daily, so one that was idle this long is gone. */
    private static final Duration IDLE = Duration.ofHours(49);

    private record Named(String owner, String name) {}

    private record Known(Lane lane, LaneGuard guard, List<Meter> gauges) {}

    private static final class Kept {
        private final String owner;
        private final LaneGuard guard;
        private volatile Instant used;

        Kept(String owner, LaneGuard guard, Instant used) {
            this.owner = owner;
            this.guard = guard;
            this.used = used;
        }

        Instant used() {
            return used;
        }
    }

    private final ModelConfig config;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Map<Lane.Identity, Kept> guards = new ConcurrentHashMap<>();
    private final Map<Named, Known> newest = new ConcurrentHashMap<>();

    public LaneGuards(ModelConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        this.registry = registry;
    }

    public LaneGuard of(Lane lane) {
        Kept known = guards.get(lane.identity());
        if (known == null) {
            return add(lane);
        }
        known.used = clock.instant();
        return known.guard;
    }

    private synchronized LaneGuard add(Lane lane) {
        Kept meanwhile = guards.get(lane.identity());
        if (meanwhile != null) {
            return meanwhile.guard;
        }
        forgetIdle();
        makeRoom(kept -> kept.owner.equals(lane.owner()), MAX_OF_AN_OWNER);
        makeRoom(kept -> true, MAX_LANES);
        Lane.Identity identity = lane.identity();
        LaneGuard guard = new LaneGuard(new LaneBreaker(identity, config.probeEvery()),
                new LaneQueue(identity, config.atOnce(), config.inLine()),
                new LanePace(clock, config.rest()), new RetryBudget(), new LaneAlarms(clock), new LaneHabits(clock));
        guards.put(identity, new Kept(lane.owner(), guard, clock.instant()));
        Named named = new Named(lane.owner(), lane.name());
        Known former = newest.remove(named);
        if (former != null) {
            former.gauges.forEach(registry::remove);
        }
        newest.put(named, new Known(lane, guard, gauges(lane, guard)));
        return guard;
    }

    private List<Meter> gauges(Lane lane, LaneGuard guard) {
        List<Meter> gauges = new ArrayList<>();
        gauges.add(Gauge.builder("parley.model.breaker.open", guard, LaneGuards::openness)
                .description("1 while the lane is left alone, 0.5 while one call looks whether it is back")
                .tag("owner", lane.owner()).tag("lane", lane.name()).register(registry));
        for (LaneAlarm alarm : LaneAlarm.values()) {
            gauges.add(Gauge.builder("parley.model.alarm", guard, asked -> asked.alarms().up().contains(alarm) ? 1 : 0)
                    .description("1 while a person must mend the lane")
                    .tag("owner", lane.owner()).tag("lane", lane.name()).tag("reason", alarm.code())
                    .register(registry));
        }
        return gauges;
    }

    private static double openness(LaneGuard guard) {
        return switch (guard.breaker().state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN -> 1;
        };
    }

    /** Evicts the least recently used; an evicted lane starts afresh. */
    private void makeRoom(Predicate<Kept> among, int max) {
        List<Map.Entry<Lane.Identity, Kept>> all = guards.entrySet().stream()
                .filter(each -> among.test(each.getValue())).toList();
        all.stream().sorted(Comparator.comparing(each -> each.getValue().used()))
                .limit(Math.max(0, all.size() - max + 1)).forEach(each -> forget(each.getKey(), each.getValue()));
    }

    /** For lanes that were changed or whose shop is gone. */
    synchronized void forgetIdle() {
        Instant before = clock.instant().minus(IDLE);
        guards.forEach((identity, kept) -> {
            if (kept.used().isBefore(before)) {
                forget(identity, kept);
            }
        });
    }

    private void forget(Lane.Identity identity, Kept kept) {
        guards.remove(identity, kept);
        newest.values().removeIf(known -> {
            boolean gone = known.guard.equals(kept.guard);
            if (gone) {
                known.gauges.forEach(registry::remove);
            }
            return gone;
        });
    }

    public List<LaneState> states() {
        forgetIdle();
        return newest.values().stream().map(known -> {
            LanePace.Rest rest = known.guard.pace().rest();
            return new LaneState(known.lane.owner(), known.lane.name(), known.lane.model(),
                    known.guard.breaker().state(), rest == null ? null : rest.reason(), known.guard.alarms().up(),
                    known.guard.alarms().daysLeft(), known.guard.alarms().lastError(),
                    known.guard.alarms().failing(), known.guard.habits().quirks());
        }).toList();
    }
}
