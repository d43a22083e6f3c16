package dev.parley.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Caches shops' key sets. Unknown key ids cause few reads, since anybody can send such JWTs. */
@ApplicationScoped
class JwksCache {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration STALE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Pause after a first failure, short for a transient fault. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final BiFunction<String, String, Uni<List<IdentityKey>>> reader;
    private final Clock clock;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();
    /** Concurrent callers share a read. */
    private final Map<TenantId, Reading> readings = new ConcurrentHashMap<>();

    private record Reading(JwksSettings settings, CompletableFuture<List<IdentityKey>> result) {}

    /** {@code readAt} is null if never read; {@code failures} are consecutive, the latest at {@code triedAt}. */
    private record Kept(JwksSettings settings, List<IdentityKey> keys, @Nullable Instant readAt, Instant triedAt,
            int failures) {
        boolean rests(Instant now) {
            Duration pause = failures == 0 ? PAUSE : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 5));
            return now.isBefore(triedAt.plus(pause.compareTo(PAUSE) < 0 ? pause : PAUSE));
        }

        Kept failed(Instant now) {
            return new Kept(settings, keys, readAt, now, failures + 1);
        }

        boolean knows(@Nullable String kid) {
            return kid == null || keys.stream().anyMatch(key -> kid.equals(key.kid()) || key.kid() == null);
        }

        boolean isYounger(Duration age, Instant now) {
            return readAt != null && now.isBefore(readAt.plus(age));
        }
    }

    @Inject
    JwksCache(JwksReader reader, Clock clock) {
        this(reader::read, clock);
    }

    JwksCache(BiFunction<String, String, Uni<List<IdentityKey>>> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Fails with `identity_unavailable` without a key set. */
    Uni<List<IdentityKey>> keys(TenantId tenant, JwksSettings settings, @Nullable String kid) {
        Instant now = clock.instant();
        Kept before = kept.get(tenant);
        Kept known = before != null && before.settings().equals(settings) ? before : null;
        boolean goodEnough = known != null && known.isYounger(FRESH, now) && known.knows(kid);
        if (known != null && (goodEnough || known.rests(now))) {
            return Uni.createFrom().item(() -> usable(known, now));
        }
        Kept former = known == null ? new Kept(settings, List.of(), null, now, 0) : known;
        return read(tenant, settings, former, now);
    }

    /** Shared by concurrent callers; continues if one of them cancels. */
    private Uni<List<IdentityKey>> read(TenantId tenant, JwksSettings settings, Kept former, Instant now) {
        String url = settings.url();
        String algorithm = settings.alg();
        if (url == null || algorithm == null) {
            return Uni.createFrom().item(List.of());
        }
        Reading ours = new Reading(settings, new CompletableFuture<>());
        Reading reading = readings.merge(tenant, ours,
                (running, fresh) -> running.settings().equals(settings) ? running : fresh);
        // Identity comparison: futures do not override equals.
        if (reading.equals(ours)) {
            Uni.createFrom().deferred(() -> reader.apply(url, algorithm)).subscribe().with(keys -> {
                kept.put(tenant, new Kept(settings, List.copyOf(keys), now, now, 0));
                readings.remove(tenant, ours);
                ours.result().complete(keys);
            }, failure -> {
                Kept failed = former.failed(now);
                kept.put(tenant, failed);
                readings.remove(tenant, ours);
                ours.result().completeExceptionally(failure);
            });
        }
        Context caller = Vertx.currentContext();
        return Uni.createFrom().completionStage(() -> reading.result().copy())
                .emitOn(signal -> {
                    if (caller == null) {
                        signal.run();
                    } else {
                        caller.runOnContext(ignored -> signal.run());
                    }
                })
                .onFailure().recoverWithUni(() -> Uni.createFrom().item(() -> usable(former, now)));
    }

    private static List<IdentityKey> usable(Kept kept, Instant now) {
        if (!kept.isYounger(STALE, now)) {
            throw IdentityRefusedException.unavailable();
        }
        return kept.keys();
    }
}
