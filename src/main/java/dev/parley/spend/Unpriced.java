package dev.parley.spend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/** Warns repeatedly about models without a price and names the setting. */
final class Unpriced {
    private static final Logger LOG = Logger.getLogger(Unpriced.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MAX_NAMES = 100;

    private final String currency;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Unpriced(String currency, Clock clock) {
        this.currency = currency;
        this.clock = clock;
    }

    static String advice(String model, String currency) {
        return "The model " + model
                + " has no price, so it is not asked and answers come from the FAQ. Set PARLEY_PRICE=0"
                + " if it costs nothing, else PARLEY_PRICE=input/output, in " + currency
                + " per million tokens; for one of several models PARLEY_SPEND_PRICES_OWN=\"" + model
                + " input/output\".";
    }

    void tell(String model) {
        Instant now = clock.instant();
        if (told.size() >= MAX_NAMES) {
            told.clear();
        }
        Instant last = told.get(model);
        if (last == null || !now.isBefore(last.plus(EVERY))) {
            told.put(model, now);
            LOG.error(advice(model, currency));
        }
    }
}
