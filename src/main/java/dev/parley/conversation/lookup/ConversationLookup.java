package dev.parley.conversation.lookup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.Answers;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Answers what owners of other tables ask of conversations that their rows name. */
@ApplicationScoped
public class ConversationLookup {
    private final ConversationLookupRepository repository;

    ConversationLookup(ConversationLookupRepository repository) {
        this.repository = repository;
    }

    /** All of the visitor's. */
    public Uni<List<UUID>> of(TenantId tenant, UUID visitor) {
        return repository.of(tenant, visitor);
    }

    /** Whose it is; null when the tenant has no such conversation. */
    public Uni<@Nullable UUID> visitor(TenantId tenant, UUID conversation) {
        return repository.visitor(tenant, conversation);
    }

    /** When it was last closed; null for one that never was. */
    public Uni<@Nullable Instant> closedAt(TenantId tenant, UUID conversation) {
        return repository.closedAt(tenant, conversation);
    }

    /** Those in which nothing has happened since then. */
    public Uni<List<UUID>> idle(TenantId tenant, Collection<UUID> conversations, Instant before) {
        return repository.idle(tenant, conversations, before);
    }

    /** Those that are there no more; they never come back. */
    public Uni<List<UUID>> gone(TenantId tenant, Collection<UUID> conversations) {
        return repository.present(tenant, conversations)
                .map(present -> conversations.stream().filter(each -> !present.contains(each)).toList());
    }
}
