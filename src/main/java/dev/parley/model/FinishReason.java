package dev.parley.model;

/** Why a complete answer ended. An answer that broke off is a {@link ModelException} instead. */
public enum FinishReason {
    STOP,
    /** Cut at the token limit: show it as incomplete. */
    LENGTH,
    /** The provider's filter left something out, perhaps everything. */
    CONTENT_FILTER
}
