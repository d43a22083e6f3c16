package dev.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * Tokens as the upstream counted them.
 *
 * @param cachedTokens those of the prompt that it had read before; 0 when it does not say
 * @param reasoningTokens those of the completion that were thought and not said; 0 when it does not say
 */
public record Usage(int promptTokens, int completionTokens, int cachedTokens, int reasoningTokens) {
    public Usage(int promptTokens, int completionTokens, int cachedTokens) {
        this(promptTokens, completionTokens, cachedTokens, 0);
    }

    public Usage(int promptTokens, int completionTokens) {
        this(promptTokens, completionTokens, 0);
    }

    /** Of a stream that counts as it goes, each time from its beginning; an empty count at the end takes nothing back. */
    public static @Nullable Usage later(@Nullable Usage before, @Nullable Usage now) {
        if (before == null || now == null) {
            return now == null ? before : now;
        }
        return new Usage(Math.max(before.promptTokens, now.promptTokens),
                Math.max(before.completionTokens, now.completionTokens),
                Math.max(before.cachedTokens, now.cachedTokens), Math.max(before.reasoningTokens, now.reasoningTokens));
    }

    /** With what an earlier attempt at the same answer was counted. */
    Usage plus(@Nullable Usage other) {
        return other == null
                ? this
                : new Usage(promptTokens + other.promptTokens, completionTokens + other.completionTokens,
                        cachedTokens + other.cachedTokens, reasoningTokens + other.reasoningTokens);
    }
}
