package dev.parley.conversation;

import java.util.Locale;

/** Who wanted a person in a conversation. */
public enum HandoffBy {
    VISITOR,
    /** The model, which found that it could not help. */
    BOT,
    /** A rule of the shop's settings. */
    RULE,
    /** The shop's own system, or one of its agents. */
    SHOP;

    /** As stored and as sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HandoffBy of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
