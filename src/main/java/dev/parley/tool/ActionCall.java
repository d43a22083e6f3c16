package dev.parley.tool;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An action call that changes something or needs the visitor's consent.
 *
 * @param id also the idempotency key at the shop's server
 * @param name of the action at that time
 * @param arguments JSON from the model, which the visitor agrees to
 * @param question shown to the visitor; empty without consent
 * @param tries number of attempts
 * @param mayBeUnderWay sent so recently that an answer may still come
 */
public record ActionCall(UUID id, UUID tool, String name, String arguments, String question, State state, int tries,
        boolean mayBeUnderWay, @Nullable ActionResult result) {
    public enum State {
        /** The visitor was asked. */
        ASKED,
        /** The visitor said no. */
        DECLINED,
        /** The visitor said yes; not executed yet. */
        AGREED,
        /** May have reached the shop's server. */
        PERFORMING,
        /** Has a result. */
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
