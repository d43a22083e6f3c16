/**
 * The bot's answers in a conversation: the lease under which one is written, how it ended, its sources, and the
 * evidence for it. A supervisor may give the bot a hint and approve an answer before the visitor sees it. Front doors:
 * {@link Answers}, {@link Supervision}.
 */
@NullMarked
package dev.parley.conversation.answer;

import org.jspecify.annotations.NullMarked;
