package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "conversation")
@NullUnmarked
class ConversationEntity {
    @Id
    UUID id;
    @Column(name = "tenant_id")
    UUID tenantId;
    @Column(name = "visitor_id")
    UUID visitorId;
    String state;
    @Column(name = "agent_id")
    UUID agentId;
    int epoch;
    @Column(name = "last_seq")
    long lastSeq;
    @Column(name = "last_question_seq")
    long lastQuestionSeq;
    String locale;
    String page;
    /** The shop's JSON object. */
    String attributes;
    @Column(name = "waiting_since")
    Instant waitingSince;
    /** The latest handoff: {@link HandoffReason}, the same in words, a summary, {@link HandoffBy}. */
    @Column(name = "handoff_code")
    String handoffCode;
    @Column(name = "handoff_reason")
    String handoffReason;
    @Column(name = "handoff_summary")
    String handoffSummary;
    @Column(name = "handoff_by")
    String handoffBy;
    /** Epoch of the latest wait; null if none. */
    @Column(name = "handoff_epoch")
    Integer handoffEpoch;
    @Column(name = "handed_off_at")
    Instant handedOffAt;
    /** The visitor was asked to leave a message: what follows this number is one. */
    @Column(name = "message_wanted_seq")
    Long messageWantedSeq;
    @Column(name = "closed_at")
    Instant closedAt;
    @Column(name = "visitor_seen_seq")
    long visitorSeenSeq;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "last_activity_at")
    Instant lastActivityAt;

    Conversation toConversation() {
        return new Conversation(id, new TenantId(tenantId), visitorId, ConversationState.of(state, agentId), epoch,
                lastSeq,
                locale, page, attributes, waitingSince, createdAt, lastActivityAt, handoff(),
                handedOffAt);
    }

    private HandoffCause handoff() {
        return handoffCode == null
                ? null
                : new HandoffCause(HandoffReason.of(handoffCode), handoffReason, handoffSummary,
                        HandoffBy.of(handoffBy));
    }

    void noteHandoff(HandoffCause cause, String summary, Instant now) {
        handoffCode = cause.reason().wire();
        handoffReason = cause.words();
        handoffSummary = summary;
        handoffBy = cause.by().wire();
        handedOffAt = now;
    }
}
