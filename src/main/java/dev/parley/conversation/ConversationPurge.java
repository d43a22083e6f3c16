package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Deletes conversations with all that was said and written in them. */
@ApplicationScoped
public class ConversationPurge {
    private final ConversationPurgeRepository repository;

    ConversationPurge(ConversationPurgeRepository repository) {
        this.repository = repository;
    }

    /**
     * Deletes, longest idle first, at most {@code batch} conversations without activity since {@code before}, in one transaction. One that
     * somebody is writing in at this moment is left for later.
     */
    public Uni<PurgedCounts> purgeIdle(TenantId tenant, Instant before, int batch) {
        return repository.purgeIdle(tenant, before, batch);
    }

    /** What {@link #purgeIdle} would delete in all. */
    public Uni<PurgedCounts> countIdle(TenantId tenant, Instant before) {
        return repository.countIdle(tenant, before);
    }

    /** Deletes all conversations of a visitor, at once, also one that is going on. */
    public Uni<PurgedCounts> purgeOf(TenantId tenant, UUID visitor) {
        return repository.purgeOf(tenant, visitor);
    }
}
