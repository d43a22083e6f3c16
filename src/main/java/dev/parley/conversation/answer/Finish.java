package dev.parley.conversation.answer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How an answer ended. */
public enum Finish {
    /** The model said all that it wanted. */
    STOP,
    /** Cut at the token limit. */
    LENGTH,
    /** The model's filter withheld the rest. */
    CONTENT_FILTER,
    /** The visitor pressed stop. */
    STOPPED,
    /** The model broke off and could not be brought to finish. */
    INTERRUPTED,
    /** Taken from the FAQ, not generated. */
    FAQ,
    /** A fixed courtesy: a greeting or thanks answered in kind. */
    COURTESY,
    /** No FAQ entry reached the score floor; a person was offered. */
    NO_ANSWER,
    /** A person was needed: the bot said that it passes the conversation on, or that nobody is there. */
    HANDOFF,
    /** The bot asked whether a person is wanted. */
    OFFER,
    /** The conversation changed its owner first; it became no message. */
    WITHDRAWN;

    /** Of what is stored or sent; null of null. */
    public static @Nullable Finish ofWire(@Nullable String wire) {
        return wire == null ? null : valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** As stored and as sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
