package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its messages. {@code epoch} is incremented by every change of owner; {@code lastSeq} is 0
 * without messages; {@code waitingSince} is null unless waiting; {@code handoff} is the latest reason.
 */
public record Conversation(
        UUID id,
        TenantId tenant,
        UUID visitor,
        ConversationState state,
        int epoch,
        long lastSeq,
        @Nullable String locale,
        @Nullable String page,
        String attributes,
        @Nullable Instant waitingSince,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable HandoffCause handoff,
        @Nullable Instant handedOffAt) {
    /** Without a request for a person. */
    public Conversation(UUID id, TenantId tenant, UUID visitor, ConversationState state, int epoch, long lastSeq,
            @Nullable String locale, @Nullable String page, String attributes, @Nullable Instant waitingSince,
            Instant createdAt, Instant lastActivityAt) {
        this(id, tenant, visitor, state, epoch, lastSeq, locale, page, attributes, waitingSince, createdAt,
                lastActivityAt, null, null);
    }
}
