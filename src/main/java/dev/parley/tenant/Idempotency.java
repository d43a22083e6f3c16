package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Token;
import dev.parley.tenant.IdempotencyRepository.StoredRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Stores answers for repeated requests, for a day or the shop's shorter retention: they hold visitors' text. */
@ApplicationScoped
public class Idempotency {
    /** The id for the operator's requests; no shop has it. */
    public static final TenantId OPERATOR = new TenantId(new UUID(0, 0));
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(15);
    /** Longer than any request takes. After this, a request that died with its replica may run again. */
    private static final Duration RUN = Duration.ofMinutes(1);

    private final IdempotencyRepository repository;
    private final Tenants tenants;
    private final Clock clock;

    Idempotency(IdempotencyRepository repository, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** {@code body}: JSON; null for none, or if it must not be kept. */
    public record KeptAnswer(int status, @Nullable String location, @Nullable String etag, @Nullable String body) {}

    public sealed interface Claim {
        /** The key is new: execute, then {@link #keep} or {@link #release}. */
        record Ours() implements Claim {}

        /** The same request is running. {@code left}: maximum remaining time. */
        record Running(Duration left) implements Claim {}

        /** The key was used for another request. */
        record OfAnother() implements Claim {}

        record Done(KeptAnswer answer) implements Claim {}
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

    private static Claim whatItIs(@Nullable StoredRequest found, byte[] fingerprint, Instant now) {
        if (found == null) {
            // Released in between; the next try gets it.
            return new Claim.Running(Duration.ofSeconds(1));
        }
        if (!found.fingerprint().equals(Buffer.buffer(fingerprint))) {
            return new Claim.OfAnother();
        }
        return found.answer() == null
                ? new Claim.Running(Duration.between(now, found.heldUntil()))
                : new Claim.Done(found.answer());
    }

    public Uni<Void> keep(TenantId tenant, String key, KeptAnswer answer) {
        return repository.keep(tenant, Token.hash(key), answer);
    }

    /** After a request without effect: the key may be used again. */
    public Uni<Void> release(TenantId tenant, String key) {
        return repository.release(tenant, Token.hash(key));
    }

    /** Deletes answers that contain this visitor's or conversation's id. */
    public Uni<Void> forget(TenantId tenant, UUID named) {
        return repository.forget(tenant, named);
    }
}
