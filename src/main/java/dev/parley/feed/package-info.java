/**
 * Delivers a conversation's events to every open socket and stream, in order, with the text so far of an answer in
 * progress. It stores nothing and is only a hint: after a gap, clients read the tables. Front door:
 * {@link ConversationFeed}.
 */
@NullMarked
package dev.parley.feed;

import org.jspecify.annotations.NullMarked;
