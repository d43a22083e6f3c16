/**
 * Client of the OpenAI protocol: one chat answer as a stream, with timeouts, retries, circuit breakers and fallback
 * models. An answer has an ordered list of lanes, each one model on one server with guards of its own. It knows no
 * tenants, prompts or prices, and never logs content or keys. Failures are {@link dev.parley.model.ModelException}s
 * with a kind. Front door: {@link dev.parley.model.ChatModel}.
 */
@NullMarked
package dev.parley.model;

import org.jspecify.annotations.NullMarked;
