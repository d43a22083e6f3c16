package dev.parley.visitor;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Visitors {
    private final VisitorRepository repository;
    private final Ids ids;
    private final Clock clock;

    Visitors(VisitorRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** The earlier token's visitor if it still exists, else a new one. A null {@code earlier} makes a new one. */
    public Uni<Visitor> welcome(TenantId tenant, VisitorTokens.@Nullable Read earlier) {
        return earlier == null
                ? create(tenant)
                : stillThere(earlier.visitor()).chain(there -> there
                        ? Uni.createFrom().item(earlier.visitor())
                        : create(tenant));
    }

    /** False if purged; else records the visit. */
    public Uni<Boolean> stillThere(Visitor visitor) {
        return repository.seen(visitor.tenant(), visitor.id(), clock.instant());
    }

    public Uni<Visitor> known(TenantId tenant, KnownUser user) {
        return repository.known(tenant, user, ids.next(), clock.instant()).map(id -> new Visitor(tenant, id));
    }

    /** For the shop's backend, by its customer id. */
    public Uni<Visitor> named(TenantId tenant, String externalId) {
        return repository.named(tenant, externalId, ids.next(), clock.instant()).map(id -> new Visitor(tenant, id));
    }

    /** The shop's verified customer id; null if anonymous. */
    public Uni<@Nullable String> externalId(TenantId tenant, UUID visitor) {
        return repository.externalId(tenant, visitor);
    }

    /** True if the first is anonymous and the second a customer. A customer's data never goes to another. */
    public Uni<Boolean> mayJoin(Visitor anonymous, Visitor known) {
        return anonymous.tenant().equals(known.tenant())
                ? repository.mayJoin(anonymous.tenant(), anonymous.id(), known.id())
                : Uni.createFrom().item(false);
    }

    /** Customer ids by visitor; omits anonymous ones. */
    public Uni<Map<UUID, String>> externalIds(TenantId tenant, Collection<UUID> visitors) {
        return visitors.isEmpty() ? Uni.createFrom().item(Map.of()) : repository.externalIds(tenant, visitors);
    }

    public Uni<Visitor> create(TenantId tenant) {
        UUID id = ids.next();
        return repository.create(tenant, id, clock.instant()).replaceWith(new Visitor(tenant, id));
    }

    /** Deletes visitors last seen before {@code before} and without a conversation. */
    public Uni<Integer> forgetIdle(TenantId tenant, Instant before, int batch) {
        return repository.forgetIdle(tenant, before, batch);
    }

    /** The number that {@link #forgetIdle} would delete. */
    public Uni<Long> countIdle(TenantId tenant, Instant before) {
        return repository.countIdle(tenant, before);
    }

    /** By our id or the shop's customer id; null if unknown. */
    public Uni<@Nullable VisitorDetails> find(TenantId tenant, String id) {
        return repository.find(tenant, id);
    }

    /** Deletes the visitor with any remaining conversations. False if there was none. */
    public Uni<Boolean> forget(TenantId tenant, UUID id) {
        return repository.forget(tenant, id);
    }
}
