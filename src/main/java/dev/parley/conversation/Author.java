package dev.parley.conversation;

import java.util.Locale;

/** Who wrote a message. */
public enum Author {
    VISITOR, BOT, AGENT, SYSTEM;

    /** As stored and as sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Author of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
