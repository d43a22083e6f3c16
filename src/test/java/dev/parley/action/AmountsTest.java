package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @ValueSource(strings = {"€59.90", "59,90 €", "EUR 1.059,90", "1 059.90 EUR", "$5", "£ 12", "12.00usd", "¥1200"})
    void sum_isHidden(String sum) {
        assertThat(Amounts.hidden("It cost " + sum + " in all.", "")).isEqualTo("It cost (…) in all.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order A-7 has 2 items.", "It arrives on 2026-12-01.", "Size 42.5", "Within 30 days"})
    void numberWithoutACurrency_stays(String text) {
        assertThat(Amounts.hidden(text, "")).isEqualTo(text);
    }

    @Test
    void sumThatTheFaqNames_stays() {
        assertThat(Amounts.hidden("Shipping is $5, your order was $59.90.", "Shipping is $5 for all orders."))
                .isEqualTo("Shipping is $5, your order was (…).");
    }
}
