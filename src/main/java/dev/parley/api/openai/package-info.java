/**
 * The OpenAI-compatible endpoint under {@code /openai/v1}: chat completions and audio for programs that use that
 * protocol. It maps their requests to conversations, and distinguishes a customer's question from a prompt that such a
 * program sends for itself, such as a request for a title. Errors have OpenAI's format. Source:
 * https://platform.openai.com/docs/api-reference.
 */
@NullMarked
package dev.parley.api.openai;

import org.jspecify.annotations.NullMarked;
