package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Keeps shops' key sets. A JWT that names an unknown key has the set read again, for keys are changed, but seldom: anybody can send
 * such JWTs. A provider that is down is no reason to keep out those whose keys are known.
 */
@ApplicationScoped
class JwksCache {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration STALE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final BiFunction<String, String, Uni<List<IdentityKey>>> reader;
    private final Clock clock;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    /**
     * A set, or the attempt to read one.
     *
     * @param readAt null: it could not be read yet
     */
    private record Kept(JwksSettings settings, List<IdentityKey> keys, @Nullable Instant readAt, Instant triedAt) {
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

    /** The set's keys; fails with `identity_unavailable` when there is no set to be had. */
    Uni<List<IdentityKey>> keys(TenantId tenant, JwksSettings settings, @Nullable String kid) {
        Instant now = clock.instant();
        Kept before = kept.get(tenant);
        Kept known = before != null && before.settings().equals(settings) ? before : null;
        boolean goodEnough = known != null && known.isYounger(FRESH, now) && known.knows(kid);
        boolean tooSoon = known != null && now.isBefore(known.triedAt().plus(PAUSE));
        if (known != null && (goodEnough || tooSoon)) {
            return Uni.createFrom().item(() -> usable(known, now));
        }
        // Noted before it is read: those who come meanwhile do not read it too.
        Kept trying = new Kept(settings, known == null ? List.of() : known.keys(),
                known == null ? null : known.readAt(),
                now);
        kept.put(tenant, trying);
        return read(tenant, settings, now)
                .onFailure().recoverWithUni(() -> Uni.createFrom().item(() -> usable(trying, now)));
    }

    private Uni<List<IdentityKey>> read(TenantId tenant, JwksSettings settings, Instant now) {
        return settings.url() == null || settings.alg() == null
                ? Uni.createFrom().item(List.of())
                : reader.apply(settings.url(), settings.alg())
                        .invoke(keys -> kept.put(tenant, new Kept(settings, List.copyOf(keys), now, now)));
    }

    private static List<IdentityKey> usable(Kept kept, Instant now) {
        if (!kept.isYounger(STALE, now)) {
            throw IdentityRefusedException.unavailable();
        }
        return kept.keys();
    }
}
