package dev.parley.spend;

import java.math.BigDecimal;

/** Billionths of the currency's unit; integers, so that many small prices add up exactly. */
public record Money(long nanos) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final int DECIMALS = 9;
    /** A billion; sums stay far from overflow. */
    private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(1_000_000_000L);

    /** Throws for negative amounts, above a billion, or finer than a billionth. */
    public static Money of(BigDecimal units) {
        if (units.signum() < 0 || units.compareTo(MAX_UNITS) > 0 || units.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "An amount lies between 0 and " + MAX_UNITS.toPlainString() + " and has at most nine decimals");
        }
        return new Money(units.movePointRight(DECIMALS).longValueExact());
    }

    public BigDecimal units() {
        return BigDecimal.valueOf(nanos, DECIMALS);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(nanos, other.nanos);
    }

    /** In units, without exponent or trailing zeros. */
    @Override
    public String toString() {
        return nanos == 0 ? "0" : units().stripTrailingZeros().toPlainString();
    }
}
