package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class ConversationPurge {
    private final ConversationPurgeRepository repository;

    ConversationPurge(ConversationPurgeRepository repository) {
        this.repository = repository;
    }

    /** Deletes the longest idle first, in one transaction. Skips one that is being written to. */
    public Uni<PurgedCounts> purgeIdle(TenantId tenant, Instant before, int batch) {
        return repository.purgeIdle(tenant, before, batch);
    }

    /** What {@link #purgeIdle} would delete in total. */
    public Uni<PurgedCounts> countIdle(TenantId tenant, Instant before) {
        return repository.countIdle(tenant, before);
    }

    /** Deletes all at once, including a running conversation. */
    public Uni<PurgedCounts> purgeOf(TenantId tenant, UUID visitor) {
        return repository.purgeOf(tenant, visitor);
    }
}
