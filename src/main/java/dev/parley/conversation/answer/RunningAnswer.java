package dev.parley.conversation.answer;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/**
 * An answer that this replica has leased.
 *
 * @param epoch must still be the conversation's to store the answer
 * @param attempt from 1; a new one replaces the text
 * @param firstQuestionSeq oldest open message
 * @param questionSeq newest message that this attempt answers
 */
public record RunningAnswer(UUID id, TenantId tenant, UUID conversation, int epoch, int attempt, long firstQuestionSeq,
        long questionSeq) {}
