package dev.parley.spend;

import java.util.Locale;

/** The limit that a call would have broken. */
public enum Exceeded {
    DAY, MONTH, CONVERSATION;

    /** As metrics and an answer's evidence say it: {@code budget_day} … */
    public String code() {
        return "budget_" + name().toLowerCase(Locale.ROOT);
    }
}
