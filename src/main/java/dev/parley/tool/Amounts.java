package dev.parley.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums of money in texts. They belong on cards, where no model has written them. */
public final class Amounts {
    private static final String NUMBER = "\\d[\\d.,' \\u00a0]{0,15}\\d|\\d";
    private static final String CURRENCY = "[$€£¥₹₽₩元]|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|AUD|CAD|SEK|NOK|DKK|PLN|INR|AED|SAR)\\b";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(?:" + CURRENCY + ")\\s?(?:" + NUMBER + ")|(?:" + NUMBER + ")\\s?(?:" + CURRENCY + ")");
    private static final String HIDDEN = "(…)";

    private Amounts() {}

    /** The text without sums, except those that stand in what it is founded on, letter by letter. */
    public static String hidden(String text, String foundation) {
        return AMOUNT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                !foundation.isEmpty() && foundation.contains(found.group().strip()) ? found.group() : HIDDEN));
    }
}
