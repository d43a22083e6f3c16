/**
 * A conversation: its numbered messages, its owner, and the answer in progress. Only this package writes those tables;
 * every change becomes a {@link ConversationEvent} after its commit. It neither answers nor decides who should. Front
 * doors: {@link Conversations} for messages and owners, {@link Answers} for the bot's answers.
 */
@NullMarked
package dev.parley.conversation;

import dev.parley.conversation.answer.Answers;
import org.jspecify.annotations.NullMarked;
