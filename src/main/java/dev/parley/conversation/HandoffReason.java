package dev.parley.conversation;

import java.util.Locale;

/** What made a conversation one for a person. */
public enum HandoffReason {
    /** Somebody said so, or pressed the button. */
    ASKED,
    /** The visitor said yes when the bot offered it. */
    ACCEPTED,
    /** The model called for a person. */
    BOT_DECIDED,
    /** Several questions in a row had no answer. */
    UNANSWERED,
    /** The bot has answered as often as the shop lets it. */
    MANY_TURNS,
    /** The visitor was angry, and stayed so. */
    ANGER,
    /** The visitor sent a recording as it is: the bot has no text of it. */
    RECORDING,
    /** Nobody knows whether an action that the visitor agreed to was done. */
    ACTION,
    /** The visitor was asked to leave a message while nobody was there, and did. */
    LEFT_MESSAGE;

    /** As stored and as sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HandoffReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
