package dev.parley.model;

/**
 * Tokens as the upstream counted them.
 *
 * @param cachedTokens those of the prompt that it had read before; 0 when it does not say
 */
public record Usage(int promptTokens, int completionTokens, int cachedTokens) {
    public Usage(int promptTokens, int completionTokens) {
        this(promptTokens, completionTokens, 0);
    }
}
