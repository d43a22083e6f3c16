/**
 * Brings what happens in a conversation to every open socket and stream that follows it, in order, with the text so far of an answer
 * that is being written. It stores nothing and is only a hint: whoever missed something asks the tables. Front door:
 * {@link ConversationFeed}.
 */
@NullMarked
package dev.parley.feed;

import org.jspecify.annotations.NullMarked;
