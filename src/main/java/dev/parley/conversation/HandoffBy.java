package dev.parley.conversation;

import java.util.Locale;

/** Who requested a person. */
public enum HandoffBy {
    VISITOR,
    /** The model. */
    BOT,
    /** A rule of the shop. */
    RULE,
    /** The shop's system, or an agent. */
    SHOP;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HandoffBy of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
