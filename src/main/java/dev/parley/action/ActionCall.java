package dev.parley.action;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An action call that changes something or needs consent. {@code id} is also the idempotency key; {@code name} is as of
 * then; {@code question} is what the visitor reads; {@code mayBeUnderWay}: an answer may still come.
 */
public record ActionCall(UUID id, UUID action, String name, String arguments, String question, State state, int tries,
        boolean mayBeUnderWay, @Nullable ActionResult result) {
    public enum State {
        ASKED,
        DECLINED,
        /** The visitor said yes; not executed yet. */
        AGREED,
        /** May have reached the shop's server. */
        PERFORMING,
        ENDED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    public boolean is(String action, String with) {
        return name.equals(action) && arguments.equals(with);
    }

    /** Omits the arguments, which may hold a visitor's text. */
    @Override
    public String toString() {
        return name + " " + id + " " + state.wire();
    }
}
