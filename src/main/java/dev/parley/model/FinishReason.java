package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** Why a complete answer ended. An interrupted one is a {@link ModelException}. */
public enum FinishReason {
    STOP,
    /** Cut at the token limit: shown as incomplete. */
    LENGTH,
    /** The provider's filter removed something, perhaps everything. */
    CONTENT_FILTER;

    /** The reason that says that something is missing wins. */
    public FinishReason orWorse(@Nullable FinishReason other) {
        return other != null && other.compareTo(this) > 0 ? other : this;
    }
}
