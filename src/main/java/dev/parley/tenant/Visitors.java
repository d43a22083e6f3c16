package dev.parley.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Who visits a shop: welcomes new visitors and knows earlier ones again. */
@ApplicationScoped
public class Visitors {
    private final VisitorRepository repository;
    private final VisitorTokens tokens;
    private final Ids ids;
    private final Clock clock;

    Visitors(VisitorRepository repository, VisitorTokens tokens, Ids ids, Clock clock) {
        this.repository = repository;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** The visitor that an earlier token names, if it is this tenant's and still good; else a new one. */
    public Uni<Visitor> welcome(TenantId tenant, @Nullable String earlierToken) {
        if (earlierToken == null) {
            return create(tenant);
        }
        return tokens.verify(earlierToken).chain(visitor -> visitor == null || !visitor.tenant().equals(tenant)
                ? create(tenant)
                : stillThere(visitor));
    }

    /** A visitor whom the shop's own backend names by its customer id. */
    public Uni<Visitor> named(TenantId tenant, String externalId) {
        return repository.named(tenant, externalId, ids.next(), clock.instant()).map(id -> new Visitor(tenant, id));
    }

    public Uni<Visitor> create(TenantId tenant) {
        UUID id = ids.next();
        return repository.create(tenant, id, clock.instant()).replaceWith(new Visitor(tenant, id));
    }

    /** Deletes at most {@code batch} visitors who were last here before {@code before} and of whom no conversation is left. */
    public Uni<Integer> forgetIdle(TenantId tenant, Instant before, int batch) {
        return repository.forgetIdle(tenant, before, batch);
    }

    private Uni<Visitor> stillThere(Visitor visitor) {
        return repository.seen(visitor.tenant(), visitor.id(), clock.instant())
                .chain(there -> there ? Uni.createFrom().item(visitor) : create(visitor.tenant()));
    }
}
