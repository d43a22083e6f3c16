package dev.parley.conversation.answer;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/**
 * An answer that this replica holds the lease of.
 *
 * @param epoch the conversation's when the answer began; it may become a message only while this is still the one
 * @param attempt 1, then one more for each fresh start; its text replaces that of the attempt before
 * @param firstQuestionSeq the oldest message of the visitor that it answers; what lies before has been answered
 * @param questionSeq the newest message of the visitor that this attempt answers
 */
public record RunningAnswer(UUID id, TenantId tenant, UUID conversation, int epoch, int attempt, long firstQuestionSeq,
        long questionSeq) {}
