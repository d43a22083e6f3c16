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

/** Answers questions of other packages whose rows refer to conversations. */
@ApplicationScoped
public class ConversationLookup {
    private final ConversationLookupRepository repository;

    ConversationLookup(ConversationLookupRepository repository) {
        this.repository = repository;
    }

    public Uni<List<UUID>> of(TenantId tenant, UUID visitor) {
        return repository.of(tenant, visitor);
    }

    /** Null if the conversation does not exist. */
    public Uni<@Nullable UUID> visitor(TenantId tenant, UUID conversation) {
        return repository.visitor(tenant, conversation);
    }

    /** Null if it was never closed. */
    public Uni<@Nullable Instant> closedAt(TenantId tenant, UUID conversation) {
        return repository.closedAt(tenant, conversation);
    }

    /** Without activity since then. */
    public Uni<List<UUID>> idle(TenantId tenant, Collection<UUID> conversations, Instant before) {
        return repository.idle(tenant, conversations, before);
    }

    /** Deleted ones; they never come back. */
    public Uni<List<UUID>> gone(TenantId tenant, Collection<UUID> conversations) {
        return repository.present(tenant, conversations)
                .map(present -> conversations.stream().filter(each -> !present.contains(each)).toList());
    }
}
