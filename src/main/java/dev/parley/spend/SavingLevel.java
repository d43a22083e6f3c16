package dev.parley.spend;

import java.util.Optional;

/** How economical an answer must be. After the last level come FAQ entries, then a person. */
public enum SavingLevel {
    FULL, SHORT_HISTORY, SMALL_ANSWER;

    /** Empty if only the FAQ is left. */
    public Optional<SavingLevel> next() {
        return switch (this) {
            case FULL -> Optional.of(SHORT_HISTORY);
            case SHORT_HISTORY -> Optional.of(SMALL_ANSWER);
            case SMALL_ANSWER -> Optional.empty();
        };
    }

    /** From 80 % of the limit with a shorter history, from 90 % with a shorter answer. */
    static SavingLevel after(long used, long limit) {
        if (used >= limit - limit / 10) {
            return SMALL_ANSWER;
        }
        return used >= limit - limit / 5 ? SHORT_HISTORY : FULL;
    }
}
