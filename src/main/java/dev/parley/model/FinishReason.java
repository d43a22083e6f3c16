package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** Why a complete answer ended. An answer that broke off is a {@link ModelException} instead. */
public enum FinishReason {
    STOP,
    /** Cut at the token limit: show it as incomplete. */
    LENGTH,
    /** The provider's filter left something out, perhaps everything. */
    CONTENT_FILTER;

    /** Of two reasons the one holds that says that something is missing. */
    public FinishReason orWorse(@Nullable FinishReason other) {
        return other != null && other.compareTo(this) > 0 ? other : this;
    }
}
