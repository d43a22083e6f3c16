/**
 * What a model writes for agents: drafts, summaries, another tone, another language. It costs the shop's money like every call, and
 * nothing of it is stored or sent before an agent does so. It never answers a visitor. Front door: {@link Copilot}.
 */
@NullMarked
package dev.parley.assistant;

import org.jspecify.annotations.NullMarked;
