package dev.parley.tool;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What came of an action.
 *
 * @param told JSON for the model, without sums of money
 * @param card a JSON object for the visitor's screen; null for none
 * @param status what the shop's server answered; null when it did not, or was not asked
 */
public record ActionResult(Outcome outcome, String told, @Nullable String card, @Nullable Integer status,
        long millis) {
    /** How it ended. */
    public enum Outcome {
        DONE,
        /** The shop's server knows no such thing, at least not of this customer. */
        NOT_FOUND,
        /** It was not even tried: wrong arguments, or a visitor of whom nothing is proven. */
        REFUSED,
        /** No usable answer in time. */
        FAILED,
        /** It may have been done or not: the shop's server was asked, and nobody knows what it made of it. */
        UNKNOWN;

        /** As stored. */
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
