package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** {@code cachedTokens} are part of the prompt, {@code reasoningTokens} of the completion; 0 if unknown. */
public record Usage(int promptTokens, int completionTokens, int cachedTokens, int reasoningTokens) {
    public Usage(int promptTokens, int completionTokens, int cachedTokens) {
        this(promptTokens, completionTokens, cachedTokens, 0);
    }

    public Usage(int promptTokens, int completionTokens) {
        this(promptTokens, completionTokens, 0);
    }

    /** For streams with cumulative counts; an empty count at the end is ignored. */
    public static @Nullable Usage later(@Nullable Usage before, @Nullable Usage now) {
        if (before == null || now == null) {
            return now == null ? before : now;
        }
        return new Usage(Math.max(before.promptTokens, now.promptTokens),
                Math.max(before.completionTokens, now.completionTokens),
                Math.max(before.cachedTokens, now.cachedTokens), Math.max(before.reasoningTokens, now.reasoningTokens));
    }

    Usage plus(@Nullable Usage other) {
        return other == null
                ? this
                : new Usage(promptTokens + other.promptTokens, completionTokens + other.completionTokens,
                        cachedTokens + other.cachedTokens, reasoningTokens + other.reasoningTokens);
    }
}
