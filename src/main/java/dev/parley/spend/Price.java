package dev.parley.spend;

import java.math.BigDecimal;

/**
 * Prices in millionths of a unit per million tokens, which equals billionths of a thousandth per token and keeps
 * arithmetic exact. {@code minute} is the price of a minute of audio, in millionths.
 */
public record Price(long input, long cached, long output, long minute) {
    public static final Price FREE = new Price(0, 0, 0);
    private static final int DECIMALS = 6;
    private static final BigDecimal MAX_PER_MILLION = BigDecimal.valueOf(100_000);
    private static final long PER_NANO = 1_000;
    /** Divisor from a minute's millionths to billionths per millisecond. */
    private static final long MILLIS_PER_NANO = 60;
    private static final String BY_THE_MINUTE = "min";

    public Price(long input, long cached, long output) {
        this(input, cached, output, 0);
    }

    /** Rounded up once, for the whole call. */
    public Money of(Tokens tokens) {
        // At most 4e18, which fits a long.
        long thousandths = (tokens.input() - tokens.cached()) * input + tokens.cached() * cached
                + tokens.output() * output;
        return new Money(Math.ceilDiv(thousandths, PER_NANO)
                + Math.ceilDiv(tokens.audioMillis() * minute, MILLIS_PER_NANO));
    }

    /** Upper bound, whatever is cached. */
    Money atMost(Tokens most) {
        return new Price(Math.max(input, cached), 0, output, minute)
                .of(new Tokens(most.input(), 0, most.output(), most.audioMillis()));
    }

    /** Only audio is charged, not tokens. */
    public boolean isByTheMinute() {
        return minute > 0;
    }

    Price dearer(Price other) {
        return new Price(Math.max(input, other.input), Math.max(cached, other.cached), Math.max(output, other.output),
                Math.max(minute, other.minute));
    }

    /** {@code 0}, {@code in/out} or {@code in/cached/out} per million tokens, or {@code 0.006/min} of audio. */
    public static Price parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> free(perMillion(parts[0]));
            case 2 -> parts[1].strip().equals(BY_THE_MINUTE)
                    ? new Price(0, 0, 0, perMillion(parts[0]))
                    : new Price(perMillion(parts[0]), perMillion(parts[0]), perMillion(parts[1]));
            case 3 -> new Price(perMillion(parts[0]), perMillion(parts[1]), perMillion(parts[2]));
            default -> throw new IllegalArgumentException("a price is input/output or input/cached/output");
        };
    }

    private static Price free(long amount) {
        if (amount != 0) {
            throw new IllegalArgumentException("only 0 may stand alone; otherwise give input/output");
        }
        return FREE;
    }

    private static long perMillion(String text) {
        BigDecimal amount;
        try {
            amount = new BigDecimal(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number", notANumber);
        }
        if (amount.signum() < 0 || amount.compareTo(MAX_PER_MILLION) > 0
                || amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("a price lies between 0 and 100000 and has at most six decimals");
        }
        return amount.movePointRight(DECIMALS).longValueExact();
    }
}
