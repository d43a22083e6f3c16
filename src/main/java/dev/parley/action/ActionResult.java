package dev.parley.action;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** JSON for the model, without amounts, and a JSON card for the visitor, or null. */
public record ActionResult(Outcome outcome, String told, @Nullable String card, @Nullable Integer status,
        long millis) {
    public enum Outcome {
        DONE,
        /** The shop's server does not know it, or not for this customer. */
        NOT_FOUND,
        /** Not attempted: wrong arguments, or an unverified visitor. */
        REFUSED,
        /** No usable answer in time. */
        FAILED,
        /** Sent, but the effect is unknown. */
        UNKNOWN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    static ActionResult refused(String why) {
        return new ActionResult(Outcome.REFUSED, "{\"done\":false,\"error\":\"" + why + "\"}", null, null, 0);
    }

    static ActionResult unknown(@Nullable Integer status, long millis) {
        return new ActionResult(Outcome.UNKNOWN,
                "{\"done\":\"unknown\",\"error\":\"Nobody knows whether it was done. Do not ask for it again.\"}", null,
                status, millis);
    }
}
