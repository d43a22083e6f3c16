package dev.parley.conversation;

import java.util.Locale;

public enum HandoffReason {
    /** An explicit request or the button. */
    ASKED,
    /** Yes to the bot's offer. */
    ACCEPTED,
    /** The model requested it. */
    BOT_DECIDED,
    /** Several unanswered questions in a row. */
    UNANSWERED,
    /** The shop's limit of answers. */
    MANY_TURNS,
    ANGER,
    /** A recording without transcript. */
    RECORDING,
    /** An action with unknown outcome. */
    ACTION,
    /** A message left while nobody was there. */
    LEFT_MESSAGE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HandoffReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
