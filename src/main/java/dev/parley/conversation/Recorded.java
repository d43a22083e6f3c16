package dev.parley.conversation;

import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a visitor's message, after its commit.
 *
 * @param duplicate it had been recorded before; the message is the earlier one
 * @param withBot the bot owned the conversation when the message was stored; false for a duplicate
 * @param begun the answer that this message started; null when one was running already or no bot is to answer
 */
public record Recorded(Message message, boolean duplicate, boolean withBot, @Nullable RunningAnswer begun) {}
