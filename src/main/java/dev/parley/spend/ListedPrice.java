package dev.parley.spend;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.parley.platform.StartRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A line of the price list: {@code gpt-4o-mini 0.15/0.075/0.60 USD from 2024-07-18}; currency and date are optional.
 * The name includes dated snapshots, or is a prefix followed by {@code *}; dated lines supersede others.
 */
record ListedPrice(String model, Price price, String currency, @Nullable LocalDate from) {
    private static final String SHAPE = "`model input/output` or `model input/cached/output`, per million tokens, or `model 0.006/min`,"
            + " then perhaps a currency such as USD, then perhaps `from 2026-01-31`";
    private static final Pattern SNAPSHOT = Pattern.compile("-\\d{4}(-\\d{2}-\\d{2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int NO_MATCH = -1;

    /** Errors name the setting and the expected format. */
    static ListedPrice parse(String setting, String line, String currency) {
        String[] words = line.strip().split("\\s+", -1);
        try {
            int next = 2;
            if (words.length < next) {
                throw new IllegalArgumentException("it is too short");
            }
            String in = currency;
            if (words.length > next && CURRENCY.matcher(words[next]).matches()) {
                in = words[next++];
            }
            LocalDate from = null;
            if (words.length == next + 2 && words[next].equals("from")) {
                from = LocalDate.parse(words[next + 1]);
                next += 2;
            }
            if (words.length != next) {
                throw new IllegalArgumentException("its end is not understood");
            }
            return new ListedPrice(words[0].toLowerCase(Locale.ROOT), Price.parse(words[1]), in, from);
        } catch (IllegalArgumentException | DateTimeException bad) {
            throw new StartRefusedException(
                    setting + " is not a price: " + bad.getMessage() + ". It looks like " + SHAPE + ".");
        }
    }

    /** Higher is closer; negative for no match. */
    int closeness(String name) {
        if (name.equals(model)) {
            return Integer.MAX_VALUE;
        }
        if (model.endsWith("*")) {
            return name.startsWith(model.substring(0, model.length() - 1)) ? 2 * (model.length() - 1) : NO_MATCH;
        }
        return isSnapshot(name, model) ? 2 * model.length() + 1 : NO_MATCH;
    }

    boolean holdsOn(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    /** OpenAI names snapshots {@code name-0125} or {@code name-2024-08-06}. */
    static boolean isSnapshot(String name, String alias) {
        return name.startsWith(alias) && SNAPSHOT.matcher(name).region(alias.length(), name.length()).matches();
    }
}
