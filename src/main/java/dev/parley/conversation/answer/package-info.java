/**
 * The bot's answers of a conversation: the lease under which one is written, how it ended, its sources, and the evidence for it. A
 * supervisor may whisper to the bot and review an answer before the visitor sees it. Front doors: {@link Answers}, {@link Supervision}.
 */
@NullMarked
package dev.parley.conversation.answer;

import org.jspecify.annotations.NullMarked;
