/**
 * The language model behind the OpenAI protocol: one chat answer as a stream, with its time-outs, retries, circuit breaker and
 * fallback models. An answer has an ordered list of lanes, each one model at one
 * server with guards of its own. It refuses to know tenants, prompts or prices: it is handed messages and hands back pieces of text or a
 * {@link dev.parley.model.ModelException} whose kind says what went wrong. Nothing here logs message text or the key. Front door:
 * {@link dev.parley.model.ChatModel}.
 */
@NullMarked
package dev.parley.model;

import org.jspecify.annotations.NullMarked;
