package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something in a text that is true or invented: a sum, a date, an address.
 *
 * @param text as it stands there
 * @param start the index of its first character in the text
 * @param end the index after its last one
 * @param readings what it may mean, at least one: "13 h" is a time of day or a time span
 */
public record Fact(Kind kind, String text, int start, int end, List<Reading> readings) {
    /** What can be invented. */
    public enum Kind {
        AMOUNT, PERCENTAGE, DATE, WEEKDAY, TIME, SPAN, MEASURE, PHONE, EMAIL, LINK, NUMBER
    }

    /**
     * The same for all ways to write it.
     *
     * @param unit of the values; empty where they need none
     * @param low the value, or the lower end of a range
     * @param high as {@code low} where it is no range
     */
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
