package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.parley.grounding.Fact.Kind;
import dev.parley.grounding.Fact.Reading;
import dev.parley.grounding.FactWords.Unit;
import org.jspecify.annotations.Nullable;

/** Converts to the smallest unit of a kind. A month stays a month: its number of days varies. */
final class Units {
    static final Unit PERCENT = new Unit(Kind.PERCENTAGE, "%", "1");
    static final Unit INCH = new Unit(Kind.MEASURE, "inch", "1");
    static final Unit WORKDAY = new Unit(Kind.SPAN, "workday", "1");
    private static final BigDecimal HOUR = new BigDecimal(60);
    private static final BigDecimal DAY = new BigDecimal(24 * 60);

    private Units() {}

    static List<Reading> readings(@Nullable Unit unit, BigDecimal low, BigDecimal high) {
        if (unit == null) {
            return List.of(Reading.of(Kind.NUMBER, "", low, high));
        }
        BigDecimal factor = new BigDecimal(unit.factor());
        BigDecimal least = low.multiply(factor);
        BigDecimal most = high.multiply(factor);
        List<Reading> readings = new ArrayList<>(List.of(Reading.of(unit.kind(), unit.base(), least, most)));
        boolean hours = unit.base().equals("minute") && factor.compareTo(HOUR) == 0;
        if (hours && least.remainder(DAY).signum() == 0 && most.remainder(DAY).signum() == 0) {
            readings.add(Reading.of(Kind.SPAN, "day", least.divide(DAY), most.divide(DAY)));
        }
        if (hours && low.compareTo(high) == 0 && low.scale() <= 0 && low.multiply(HOUR).compareTo(DAY) < 0) {
            readings.add(Reading.of(Kind.TIME, "", least));
        }
        if (unit.equals(INCH)) {
            readings.add(Reading.of(Kind.NUMBER, "", low, high));
        }
        return readings;
    }
}
