package dev.parley.conversation.answer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

public enum Finish {
    /** Complete. */
    STOP,
    /** Cut at the token limit. */
    LENGTH,
    /** The model's filter withheld the rest. */
    CONTENT_FILTER,
    /** Stopped by the visitor. */
    STOPPED,
    /** The model broke off repeatedly. */
    INTERRUPTED,
    /** From the FAQ, not generated. */
    FAQ,
    /** A fixed reply to a greeting or thanks. */
    COURTESY,
    /** No entry reached the score floor; a person was offered. */
    NO_ANSWER,
    /** The bot announced a handoff, or that nobody is there. */
    HANDOFF,
    /** The bot asked if a person is wanted. */
    OFFER,
    /** The owner changed first; there is no message. */
    WITHDRAWN;

    public static @Nullable Finish ofWire(@Nullable String wire) {
        return wire == null ? null : valueOf(wire.toUpperCase(Locale.ROOT));
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
