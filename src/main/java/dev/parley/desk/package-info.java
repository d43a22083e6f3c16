/**
 * Agents' tools beside the conversation: inbox and views, search, notes, drafts, labels, canned answers, reports, and
 * unanswered questions. It reads conversations and never changes their owner. Front doors: {@link Inbox},
 * {@link MessageSearch}, {@link Notes}, {@link Drafts}, {@link Labels}, {@link CannedAnswers}, {@link Reports},
 * {@link Unanswered}.
 */
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
