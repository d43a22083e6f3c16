package dev.parley.tool;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A call of an action that changes something, or that a visitor is asked about.
 *
 * @param id also the key by which the shop's server tells a repetition
 * @param name of the action when it was asked for
 * @param arguments JSON, as the model gave them: what the visitor agrees to
 * @param question the words in which the visitor was asked; empty where nobody was
 * @param tries how often it has been sent
 * @param mayBeUnderWay it was sent so short a time ago that its answer may still come
 * @param result null while there is none
 */
public record ActionCall(UUID id, UUID tool, String name, String arguments, String question, State state, int tries,
        boolean mayBeUnderWay, @Nullable ActionResult result) {
    /** How far it has come. */
    public enum State {
        /** The visitor is asked. */
        ASKED,
        /** The visitor said no. */
        DECLINED,
        /** The visitor said yes, and nothing is done yet. */
        AGREED,
        /** It may have reached the shop's server. */
        PERFORMING,
        /** It has a result. */
        ENDED;

        /** As stored. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the model asks for the very same. */
    public boolean is(String action, String with) {
        return name.equals(action) && arguments.equals(with);
    }

    /** Arguments may hold what a visitor wrote, which must not reach a log. */
    @Override
    public String toString() {
        return name + " " + id + " " + state.wire();
    }
}
