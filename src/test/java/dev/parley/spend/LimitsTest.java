package dev.parley.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.parley.tenant.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({"0, FULL", "79, FULL", "80, SHORT_HISTORY", "89, SHORT_HISTORY", "90, SMALL_ANSWER",
            "100, SMALL_ANSWER",
            "120, SMALL_ANSWER"})
    void nearerTheLimit_answersGetCheaper(long spent, SavingLevel expected) {
        Limits limits = new Limits(new Money(100), new Money(1000), null, ZoneOffset.UTC);

        assertThat(limits.savingLevel(new Money(spent), Money.ZERO)).isEqualTo(expected);
        assertThat(limits.savingLevel(Money.ZERO, new Money(10 * spent))).isEqualTo(expected);
    }

    @Test
    void withoutALimit_nothingIsSaved() {
        Limits limits = new Limits(null, null, null, ZoneOffset.UTC);

        assertThat(limits.none()).isTrue();
        assertThat(limits.savingLevel(new Money(Long.MAX_VALUE), new Money(Long.MAX_VALUE)))
                .isEqualTo(SavingLevel.FULL);
    }

    @Test
    void steps_endAtTheFaq() {
        assertThat(SavingLevel.FULL.next()).contains(SavingLevel.SHORT_HISTORY);
        assertThat(SavingLevel.SHORT_HISTORY.next()).contains(SavingLevel.SMALL_ANSWER);
        assertThat(SavingLevel.SMALL_ANSWER.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T22:59:59Z, 2026-11-23", "2026-11-23T23:00:00Z, 2026-11-24",
            "2026-06-30T21:59:59Z, 2026-06-30",
            "2026-06-30T22:00:00Z, 2026-07-01"})
    void day_beginsWhereTheTenantIs(Instant now, String day) {
        assertThat(new Limits(null, null, null, ZoneId.of("Europe/Berlin")).today(now)).hasToString(day);
    }

    @ParameterizedTest
    @CsvSource({"95, 95, 0, DAY", "0, 995, 0, MONTH", "0, 0, 95, CONVERSATION", "95, 995, 95, CONVERSATION"})
    void refusal_namesTheLimit(long day, long month, long tokens, Exceeded expected) {
        Limits limits = new Limits(new Money(100), new Money(1000), 100L, ZoneOffset.UTC);

        assertThat(limits.exceeded(new Money(10), 10, new SpendTotals(new Money(day), new Money(month), tokens)))
                .isEqualTo(expected);
    }

    @Test
    void impossibleBudget_isRefusedBeforeItIsNeeded() {
        assertThatThrownBy(() -> new Budget(new BigDecimal("-1"), null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Budget(null, null, -1L, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Budget(null, null, null, "Mars")).isInstanceOf(java.time.DateTimeException.class);
    }
}
