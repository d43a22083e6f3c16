package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Token;
import dev.parley.tenant.IdempotencyRepository.Found;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers requests by the key that their sender gave them, so that one that is sent again is not done again. For a day, or as long as the
 * shop keeps conversations where that is shorter: answers hold what visitors said.
 */
@ApplicationScoped
public class Idempotency {
    /** Under whom the operator's requests are remembered: no shop has this id. */
    public static final TenantId OPERATOR = new TenantId(new UUID(0, 0));
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(15);
    /** Longer than any request takes; so long a request that died with its replica stays unanswered. */
    private static final Duration RUN = Duration.ofMinutes(1);

    private final IdempotencyRepository repository;
    private final Tenants tenants;
    private final Clock clock;

    Idempotency(IdempotencyRepository repository, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * An answer to be given again.
     *
     * @param body JSON; null for none, or none that may be kept
     */
    public record Kept(int status, @Nullable String location, @Nullable String etag, @Nullable String body) {}

    /** What a request finds under its key. */
    public sealed interface Claim {
        /** Nothing: it is to be done, then {@link #keep kept} or {@link #release released}. */
        record Ours() implements Claim {}

        /** The same request, still running; for so long at most. */
        record Running(Duration left) implements Claim {}

        /** Another request with the same key. */
        record OfAnother() implements Claim {}

        /** The same request, done. */
        record Done(Kept answer) implements Claim {}
    }

    public Uni<Claim> claim(TenantId tenant, String key, byte[] fingerprint) {
        byte[] hash = Token.hash(key);
        Instant now = clock.instant();
        return life(tenant)
                .chain(life -> repository.claim(tenant, hash, fingerprint, now, now.plus(RUN), now.plus(life)))
                .chain(claimed -> claimed
                        ? Uni.createFrom().<Claim>item(new Claim.Ours())
                        : repository.find(tenant, hash).map(found -> whatItIs(found, fingerprint, now)));
    }

    private Uni<Duration> life(TenantId tenant) {
        return tenants.byId(tenant).map(shop -> {
            Duration kept = shop == null || shop.retention() == null ? LIFE : shop.retention();
            Duration atLeast = kept.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : kept;
            return atLeast.compareTo(LIFE) > 0 ? LIFE : atLeast;
        });
    }

    private static Claim whatItIs(@Nullable Found found, byte[] fingerprint, Instant now) {
        if (found == null) {
            // Released in between: the next try gets it.
            return new Claim.Running(Duration.ofSeconds(1));
        }
        if (!found.fingerprint().equals(Buffer.buffer(fingerprint))) {
            return new Claim.OfAnother();
        }
        return found.answer() == null
                ? new Claim.Running(Duration.between(now, found.heldUntil()))
                : new Claim.Done(found.answer());
    }

    public Uni<Void> keep(TenantId tenant, String key, Kept answer) {
        return repository.keep(tenant, Token.hash(key), answer);
    }

    /** For a request that did nothing: the key is good for another try. */
    public Uni<Void> release(TenantId tenant, String key) {
        return repository.release(tenant, Token.hash(key));
    }

    /** Deletes the answers that name this visitor or conversation. */
    public Uni<Void> forget(TenantId tenant, UUID named) {
        return repository.forget(tenant, named);
    }
}
