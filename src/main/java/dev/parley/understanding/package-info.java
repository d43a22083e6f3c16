/**
 * Classifies what a visitor wants by words in many languages, without a model: small talk, a person, yes or no to the
 * bot's offer, or a question. It does not decide what follows. Front doors: {@link Rules} for open messages,
 * {@link FollowUp} for a question that depends on the previous one.
 */
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
