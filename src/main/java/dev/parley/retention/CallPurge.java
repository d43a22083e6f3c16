package dev.parley.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.spend.Spend;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Condenses calls of deleted conversations into sums. Not counted in a run, since no content is deleted. */
@ApplicationScoped
class CallPurge {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Spend spend;
    private final ConversationLookup conversations;
    private final RetentionConfig config;

    CallPurge(Spend spend, ConversationLookup conversations, RetentionConfig config) {
        this.spend = spend;
        this.conversations = conversations;
        this.config = config;
    }

    /** {@code keep} runs before each batch and fails if another replica has taken over. */
    Uni<Void> condense(TenantId tenant, Instant before, Supplier<Uni<Void>> keep) {
        return condense(tenant, before, BEFORE_ALL, keep);
    }

    private Uni<Void> condense(TenantId tenant, Instant before, UUID after, Supplier<Uni<Void>> keep) {
        return spend.conversations(tenant, before, after, config.batch())
                .chain(some -> conversations.gone(tenant, some)
                        .chain(gone -> condense(tenant, before, gone, keep))
                        .chain(() -> some.size() < config.batch()
                                ? Uni.createFrom().voidItem()
                                : condense(tenant, before, some.getLast(), keep)));
    }

    private Uni<Void> condense(TenantId tenant, Instant before, List<UUID> gone, Supplier<Uni<Void>> keep) {
        return keep.get()
                .chain(() -> spend.condense(tenant, before, gone, config.batch()))
                .chain(count -> count < config.batch()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().voidItem().onItem().delayIt().by(config.pause())
                                .chain(() -> condense(tenant, before, gone, keep)));
    }
}
