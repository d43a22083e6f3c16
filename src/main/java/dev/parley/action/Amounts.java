package dev.parley.action;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money in texts. They belong on cards, which no model writes. */
public final class Amounts {
    private static final String NUMBER = "\\d[\\d.,' \\u00a0]{0,15}\\d|\\d";
    private static final String CURRENCY = "[$€£¥₹₽₩元]|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|AUD|CAD|SEK|NOK|DKK|PLN|INR|AED|SAR)\\b";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(?:" + CURRENCY + ")\\s?(?:" + NUMBER + ")|(?:" + NUMBER + ")\\s?(?:" + CURRENCY + ")");
    private static final String HIDDEN = "(…)";

    private Amounts() {}

    /** Removes amounts except those that occur verbatim in {@code foundation}. */
    public static String hidden(String text, String foundation) {
        return AMOUNT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                !foundation.isEmpty() && foundation.contains(found.group().strip()) ? found.group() : HIDDEN));
    }
}
