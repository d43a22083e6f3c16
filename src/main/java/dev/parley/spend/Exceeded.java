package dev.parley.spend;

import java.util.Locale;

public enum Exceeded {
    DAY, MONTH, CONVERSATION;

    /** As in metrics and an answer's evidence: {@code budget_day} … */
    public String code() {
        return "budget_" + name().toLowerCase(Locale.ROOT);
    }
}
