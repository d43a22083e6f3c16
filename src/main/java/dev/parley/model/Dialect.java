package dev.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * What servers and models differ in.
 *
 * @param temperature left out when null: reasoning models refuse it
 * @param stream off for servers that can only answer in one piece
 * @param streamOptions asks for the usage chunk; some servers refuse it with 400
 * @param storeFalse sends {@code store: false}
 * @param safetyIdentifier sends {@code safety_identifier}
 */
public record Dialect(MaxTokens maxTokens, @Nullable Double temperature, boolean stream, boolean streamOptions,
        boolean storeFalse, boolean safetyIdentifier) {
    /** Reasoning models refuse the deprecated {@code max_tokens}; many compatible servers know nothing else. */
    public enum MaxTokens {
        MAX_TOKENS, MAX_COMPLETION_TOKENS
    }
}
