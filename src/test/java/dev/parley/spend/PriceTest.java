package dev.parley.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    /** Fixed, so that a failure can be reproduced. */
    private static final long SEED = 20_261_124;
    private static final int CASES = 20_000;

    @ParameterizedTest
    @CsvSource({"0.50/1.50, 1000, 0, 200, 0.0008", "0.50/1.50, 1, 0, 0, 0.0000005",
            "0.15/0.075/0.60, 1000, 600, 0, 0.000105",
            "0.05/0.005/0.40, 1, 1, 0, 0.000000005", "0, 1000, 0, 1000, 0", "0.000001/0, 1, 0, 0, 0.000000001"})
    void call_costsItsTokens(String price, int input, int cached, int output, String cost) {
        assertThat(Price.parse(price).of(new Tokens(input, cached, output))).hasToString(cost);
    }

    @Test
    void anyCall_costsWhatDecimalsSayRoundedUpToABillionth() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Price price = price(random);
            Tokens tokens = tokens(random);

            BigDecimal exact = exact(price.input(), tokens.input() - tokens.cached())
                    .add(exact(price.cached(), tokens.cached())).add(exact(price.output(), tokens.output()));

            assertThat(price.of(tokens).units()).isEqualByComparingTo(exact.setScale(9, RoundingMode.CEILING));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.006/min, 60000, 0.006", "0.006/min, 1, 0.0000001", "0.006/min, 7300, 0.00073", "0/min, 60000, 0"})
    void sound_costsByTheMinute(String price, int millis, String cost) {
        assertThat(Price.parse(price).of(new Tokens(0, 0, 0, millis))).hasToString(cost);
    }

    @Test
    void tokensOfWhatIsPaidByTheMinute_areNotCharged() {
        assertThat(new Tokens(70, 10, 20, 6_000).charged(Price.parse("0.006/min")))
                .isEqualTo(new Tokens(0, 0, 0, 6_000));
        assertThat(new Tokens(70, 10, 20, 6_000).charged(Price.parse("6/10"))).isEqualTo(
                new Tokens(70, 10, 20, 6_000));
    }

    private static BigDecimal exact(long perMillion, int tokens) {
        return BigDecimal.valueOf(perMillion).movePointLeft(6).multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }

    @Test
    void anyCall_costsNoMoreThanWasReservedForIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Price price = price(random);
            Tokens most = tokens(random);
            Tokens used = new Tokens(random.nextInt(most.input() + 1), random.nextInt(most.input() + 1),
                    random.nextInt(most.output() + 1));

            assertThat(price.of(used)).isLessThanOrEqualTo(price.atMost(most))
                    .isGreaterThanOrEqualTo(Money.ZERO);
        }
    }

    @Test
    void dearerOfTwoPrices_isNeverExceededByEither() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Price one = price(random);
            Price other = price(random);
            Tokens tokens = tokens(random);
            Money most = one.dearer(other).atMost(tokens);

            assertThat(one.of(tokens)).isLessThanOrEqualTo(most);
            assertThat(other.of(tokens)).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void countsThatNobodyCanMean_areBroughtWithinBounds() {
        assertThat(new Tokens(-1, 5, Integer.MAX_VALUE)).isEqualTo(new Tokens(0, 0, Tokens.MAX_COUNT));
        assertThat(new Tokens(10, 11, 0)).isEqualTo(new Tokens(10, 10, 0));
        assertThat(Price.parse("100000/100000").of(new Tokens(Integer.MAX_VALUE, 0, Integer.MAX_VALUE)))
                .hasToString("4000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "-1/1", "1/2/3/4", "1/", "0.0000001/1", "100001/1", "1e9/1", "NaN/1"})
    void badPrice_isRefused(String price) {
        assertThatThrownBy(() -> Price.parse(price)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000001", "0.0000000001"})
    void badAmount_isRefused(String amount) {
        assertThatThrownBy(() -> Money.of(new BigDecimal(amount))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12.50, 12.5", "0.000000001, 0.000000001", "100, 100"})
    void amount_isToldInPlainDecimals(String amount, String told) {
        assertThat(Money.of(new BigDecimal(amount))).hasToString(told);
    }

    private static Price price(Random random) {
        return new Price(random.nextLong(100_000_000_001L), random.nextLong(100_000_000_001L),
                random.nextLong(100_000_000_001L));
    }

    private static Tokens tokens(Random random) {
        int input = random.nextInt(Tokens.MAX_COUNT + 1);
        return new Tokens(input, random.nextInt(input + 1), random.nextInt(Tokens.MAX_COUNT + 1));
    }
}
