/**
 * What does the visitor want? Small talk, a person, a yes or no to the bot's own offer, or an answer to a question, told apart by words in
 * many languages without a model. It decides nothing about what is done then. Front doors:
 * {@link Rules} for the open messages, {@link FollowUp} for a question that leans on the one before it.
 */
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
