package dev.parley.spend;

import java.util.Optional;

/** How sparingly an answer is to be made. After the last step come the FAQ's own words, and where it has none, a person. */
public enum SavingLevel {
    FULL, SHORT_HISTORY, SMALL_ANSWER;

    /** The next cheaper way; empty when only the FAQ is left. */
    public Optional<SavingLevel> next() {
        return switch (this) {
            case FULL -> Optional.of(SHORT_HISTORY);
            case SHORT_HISTORY -> Optional.of(SMALL_ANSWER);
            case SMALL_ANSWER -> Optional.empty();
        };
    }

    /** From 80 % of the limit the history is shorter, from 90 % the answer too, so that the rest lasts longer. */
    static SavingLevel after(long used, long limit) {
        if (used >= limit - limit / 10) {
            return SMALL_ANSWER;
        }
        return used >= limit - limit / 5 ? SHORT_HISTORY : FULL;
    }
}
