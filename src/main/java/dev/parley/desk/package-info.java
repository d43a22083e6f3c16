/**
 * What agents work with beside the conversation itself: the inbox and its views, search, notes, drafts, labels, canned answers,
 * reports, and the questions that the bot could not answer. It reads conversations and never changes who owns them. Front doors:
 * {@link Inbox}, {@link MessageSearch}, {@link Notes}, {@link Drafts}, {@link Labels}, {@link CannedAnswers}, {@link Reports},
 * {@link Unanswered}.
 */
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
