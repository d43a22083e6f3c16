package dev.parley.spend;

import java.math.BigDecimal;

/**
 * What tokens cost, each in millionths of a unit per million tokens. That is also billionths of a thousandth per token, which keeps all
 * arithmetic whole.
 */
public record Price(long input, long cached, long output) {
    public static final Price FREE = new Price(0, 0, 0);
    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final long PER_NANO = 1_000;

    /** Rounded up to a billionth, once for the whole call. */
    public Money of(Tokens tokens) {
        // The largest counts and prices come to 4e18, which a long holds.
        long thousandths = (tokens.input() - tokens.cached()) * input + tokens.cached() * cached
                + tokens.output() * output;
        return new Money(Math.ceilDiv(thousandths, PER_NANO));
    }

    /** The most that so many tokens can come to, whichever of them are cached. */
    Money atMost(int inputTokens, int outputTokens) {
        return new Price(Math.max(input, cached), 0, output).of(new Tokens(inputTokens, 0, outputTokens));
    }

    Price dearer(Price other) {
        return new Price(Math.max(input, other.input), Math.max(cached, other.cached), Math.max(output, other.output));
    }

    /** {@code 0}, {@code 0.50/1.50} (input, output) or {@code 0.15/0.075/0.60} (input, cached input, output), per million tokens. */
    public static Price parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> free(perMillion(parts[0]));
            case 2 -> new Price(perMillion(parts[0]), perMillion(parts[0]), perMillion(parts[1]));
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
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("a price lies between 0 and 100000 and has at most six decimals");
        }
        return amount.movePointRight(DECIMALS).longValueExact();
    }
}
