/**
 * A conversation between a visitor and the shop: its numbered messages, who owns it, and the answer being written. The only code that
 * writes those tables; whatever changes is told as a {@link ConversationEvent} after its commit. It neither answers nor decides who
 * should. Front doors: {@link Conversations} for messages and owners, {@link Answers} for the bot's answers.
 */
@NullMarked
package dev.parley.conversation;

import dev.parley.conversation.answer.Answers;
import org.jspecify.annotations.NullMarked;
