/**
 * Texts that a model writes for agents: drafts, summaries, other tones, translations. They count against the shop's
 * budget, and nothing is sent before an agent does so. Front doors: {@link Copilot} for drafts, which are not stored;
 * {@link Translator} for translations, which are.
 */
@NullMarked
package dev.parley.assistant;

import org.jspecify.annotations.NullMarked;
