package dev.parley.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;

/** The conversation lists of agents. Conversations without a message never appear. */
@ApplicationScoped
public class Inbox {
    /** Counting stops here to bound its cost; the console shows "many". */
    public static final int MAX_COUNTED = 1000;

    private final InboxRepository repository;
    private final Visitors visitors;
    private final Clock clock;

    Inbox(InboxRepository repository, Visitors visitors, Clock clock) {
        this.repository = repository;
        this.visitors = visitors;
        this.clock = clock;
    }

    public Uni<List<InboxItem>> page(TenantId tenant, UUID agent, InboxQuery query) {
        return repository.page(tenant, agent, query, clock.instant()).chain(found -> known(tenant, found));
    }

    private Uni<List<InboxItem>> known(TenantId tenant, List<InboxItem> items) {
        return visitors.externalIds(tenant, items.stream().map(InboxItem::visitor).collect(Collectors.toSet()))
                .map(ids -> items.stream().map(item -> item.of(ids.get(item.visitor()))).toList());
    }

    /** Up to {@link #MAX_COUNTED} per view. */
    public Uni<Map<InboxView, Integer>> counts(TenantId tenant, UUID agent) {
        return repository.counts(tenant, agent, clock.instant(), MAX_COUNTED);
    }

    /** Ignores conversations of other tenants. */
    public Uni<List<InboxItem>> some(TenantId tenant, UUID agent, Collection<UUID> conversations) {
        return repository.some(tenant, agent, conversations).chain(found -> known(tenant, found));
    }

    /** Latest first. */
    public Uni<List<InboxItem>> ofVisitor(TenantId tenant, UUID agent, UUID visitor, int limit) {
        return repository.ofVisitor(tenant, agent, visitor, limit).chain(found -> known(tenant, found));
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<InboxItem> get(TenantId tenant, UUID agent, UUID conversation) {
        return some(tenant, agent, List.of(conversation)).map(found -> {
            if (found.isEmpty()) {
                throw ParleyException.notFound("conversation");
            }
            return found.getFirst();
        });
    }
}
