/**
 * What a model writes for agents: drafts, summaries, another tone, another language. It costs the shop's money like every call, and
 * nothing of it is sent before an agent does so. It never answers a visitor. Front doors: {@link Copilot} for drafts, which are not
 * stored, {@link Translator} for messages in an agent's language, which are.
 */
@NullMarked
package dev.parley.assistant;

import org.jspecify.annotations.NullMarked;
