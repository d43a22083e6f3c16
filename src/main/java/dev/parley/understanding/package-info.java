/**
 * Classifies what a visitor wants by words in many languages: small talk, a person, yes or no to the bot's offer, or a
 * question. Only {@link Rewriter} asks a model, to rewrite an unclear question. It does not decide what follows. Front doors: {@link Rules} for open messages,
 * {@link FollowUp} for a question that depends on the previous one.
 */
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
