package dev.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * Differences between servers and models.
 *
 * @param temperature null: not sent, since reasoning models refuse it
 * @param stream false for servers that answer in one piece
 * @param streamOptions request the usage chunk; some servers refuse it with 400
 * @param thinkLess sends {@code reasoning_effort: low}
 */
public record Dialect(MaxTokens maxTokens, @Nullable Double temperature, boolean stream, boolean streamOptions,
        boolean storeFalse, boolean safetyIdentifier, boolean thinkLess) {
    /** Reasoning models refuse the deprecated {@code max_tokens}; many other servers know nothing else. */
    public enum MaxTokens {
        MAX_TOKENS, MAX_COMPLETION_TOKENS, NONE
    }

    public Dialect(MaxTokens maxTokens, @Nullable Double temperature, boolean stream, boolean streamOptions,
            boolean storeFalse, boolean safetyIdentifier) {
        this(maxTokens, temperature, stream, streamOptions, storeFalse, safetyIdentifier, false);
    }

    public Dialect limitedBy(MaxTokens word) {
        return new Dialect(word, temperature, stream, streamOptions, storeFalse, safetyIdentifier, thinkLess);
    }

    public Dialect withoutTemperature() {
        return new Dialect(maxTokens, null, stream, streamOptions, storeFalse, safetyIdentifier, thinkLess);
    }

    public Dialect whole() {
        return new Dialect(maxTokens, temperature, false, false, storeFalse, safetyIdentifier, thinkLess);
    }

    public Dialect uncounted() {
        return new Dialect(maxTokens, temperature, stream, false, storeFalse, safetyIdentifier, thinkLess);
    }

    public Dialect withoutStore() {
        return new Dialect(maxTokens, temperature, stream, streamOptions, false, safetyIdentifier, thinkLess);
    }

    public Dialect withoutSafetyIdentifier() {
        return new Dialect(maxTokens, temperature, stream, streamOptions, storeFalse, false, thinkLess);
    }

    public Dialect thinkingLess() {
        return new Dialect(maxTokens, temperature, stream, streamOptions, storeFalse, safetyIdentifier, true);
    }

    public Dialect withoutEffort() {
        return new Dialect(maxTokens, temperature, stream, streamOptions, storeFalse, safetyIdentifier, false);
    }
}
