package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its messages.
 *
 * @param epoch raised by every change of owner
 * @param lastSeq number of the newest message; 0 before the first
 * @param waitingSince when a person was asked for; null unless waiting
 * @param handoff why a person was asked for last; null while nobody has
 * @param handedOffAt when that was
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
    /** One in which nobody has asked for a person. */
    public Conversation(UUID id, TenantId tenant, UUID visitor, ConversationState state, int epoch, long lastSeq,
            @Nullable String locale, @Nullable String page, String attributes, @Nullable Instant waitingSince,
            Instant createdAt, Instant lastActivityAt) {
        this(id, tenant, visitor, state, epoch, lastSeq, locale, page, attributes, waitingSince, createdAt,
                lastActivityAt, null, null);
    }
}
