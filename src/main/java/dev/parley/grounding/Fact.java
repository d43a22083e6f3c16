package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.List;

/**
 * A checkable statement in a text, such as a sum, a date or an address. {@code end} is exclusive; {@code readings} are
 * possible meanings, at least one: "13 h" is a time of day or a time span.
 */
public record Fact(Kind kind, String text, int start, int end, List<Reading> readings) {
    public enum Kind {
        AMOUNT, PERCENTAGE, DATE, WEEKDAY, TIME, SPAN, MEASURE, PHONE, EMAIL, LINK, NUMBER
    }

    /** Equal for all spellings. {@code unit} may be empty; {@code low} equals {@code high} if it is no range. */
    public record Reading(Kind kind, String unit, String low, String high) {
        static Reading of(Kind kind, String unit, String value) {
            return new Reading(kind, unit, value, value);
        }

        static Reading of(Kind kind, String unit, BigDecimal low, BigDecimal high) {
            return new Reading(kind, unit, plain(low), plain(high));
        }

        static Reading of(Kind kind, String unit, BigDecimal value) {
            return of(kind, unit, value, value);
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }

        boolean isRange() {
            return !low.equals(high);
        }
    }

    public Fact {
        readings = List.copyOf(readings);
    }
}
