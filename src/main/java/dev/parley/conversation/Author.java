package dev.parley.conversation;

import java.util.Locale;

public enum Author {
    VISITOR, BOT, AGENT, SYSTEM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Author of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
