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

/** Who visits a shop: welcomes new visitors and knows earlier ones again. */
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

    /**
     * The visitor whom an earlier token names, if they are there still; else a new one.
     *
     * @param earlier null: there is no good token of this shop
     */
    public Uni<Visitor> welcome(TenantId tenant, VisitorTokens.@Nullable Read earlier) {
        return earlier == null
                ? create(tenant)
                : stillThere(earlier.visitor()).chain(there -> there
                        ? Uni.createFrom().item(earlier.visitor())
                        : create(tenant));
    }

    /** Whether a purge has left this visitor; notes that they are here again. */
    public Uni<Boolean> stillThere(Visitor visitor) {
        return repository.seen(visitor.tenant(), visitor.id(), clock.instant());
    }

    /** A customer for whom the shop vouches. */
    public Uni<Visitor> known(TenantId tenant, KnownUser user) {
        return repository.known(tenant, user, ids.next(), clock.instant()).map(id -> new Visitor(tenant, id));
    }

    /** A visitor whom the shop's own backend names by its customer id. */
    public Uni<Visitor> named(TenantId tenant, String externalId) {
        return repository.named(tenant, externalId, ids.next(), clock.instant()).map(id -> new Visitor(tenant, id));
    }

    /** The shop's own id of the visitor, which is there only when the shop has proven it; null for one of whom nothing is known. */
    public Uni<@Nullable String> externalId(TenantId tenant, UUID visitor) {
        return repository.externalId(tenant, visitor);
    }

    /**
     * Whether what the first has said may become the second's: the first is anonymous, the second a customer. Nothing of a customer's ever
     * goes to another.
     */
    public Uni<Boolean> mayJoin(Visitor anonymous, Visitor known) {
        return anonymous.tenant().equals(known.tenant())
                ? repository.mayJoin(anonymous.tenant(), anonymous.id(), known.id())
                : Uni.createFrom().item(false);
    }

    /** By visitor, the shop's own ids of those who have one. */
    public Uni<Map<UUID, String>> externalIds(TenantId tenant, Collection<UUID> visitors) {
        return visitors.isEmpty() ? Uni.createFrom().item(Map.of()) : repository.externalIds(tenant, visitors);
    }

    public Uni<Visitor> create(TenantId tenant) {
        UUID id = ids.next();
        return repository.create(tenant, id, clock.instant()).replaceWith(new Visitor(tenant, id));
    }

    /** Deletes at most {@code batch} visitors who were last here before {@code before} and of whom no conversation is left. */
    public Uni<Integer> forgetIdle(TenantId tenant, Instant before, int batch) {
        return repository.forgetIdle(tenant, before, batch);
    }

    /** How many {@link #forgetIdle} would delete, of whom no conversation is left by then. */
    public Uni<Long> countIdle(TenantId tenant, Instant before) {
        return repository.countIdle(tenant, before);
    }

    /** By our id, or by the shop's own id of the customer; null when nobody has it. */
    public Uni<@Nullable VisitorDetails> find(TenantId tenant, String id) {
        return repository.find(tenant, id);
    }

    /** Deletes a visitor, and with it whatever is left of its conversations. False when there was none. */
    public Uni<Boolean> forget(TenantId tenant, UUID id) {
        return repository.forget(tenant, id);
    }
}
