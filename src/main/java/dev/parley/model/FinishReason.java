package dev.parley.model;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Why a complete answer ended. An answer that broke off is a {@link ModelException} instead. */
public enum FinishReason {
    STOP,
    /** Cut at the token limit: show it as incomplete. */
    LENGTH,
    /** The provider's filter left something out, perhaps everything. */
    CONTENT_FILTER;

    /** From an upstream's word; null for what some servers say in every chunk but the last. */
    static @Nullable FinishReason of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "", "null", "none", "nil", "undefined" -> null;
            case "length", "max_tokens", "max_completion_tokens", "model_length" -> LENGTH;
            case "content_filter", "content-filter", "safety" -> CONTENT_FILTER;
            // Compatible servers have words of their own (eos, end_turn …) for an answer that is complete.
            default -> STOP;
        };
    }

    /** Of two reasons the one holds that says that something is missing. */
    FinishReason orWorse(@Nullable FinishReason other) {
        return other != null && other.compareTo(this) > 0 ? other : this;
    }
}
