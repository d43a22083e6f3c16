package dev.parley.spend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Prices, and the budgets of tenants that have none of their own. */
@ConfigMapping(prefix = "parley.spend")
public interface SpendConfig {
    /** Of all budgets and reports, as three letters (ISO 4217). Prices in another currency do not count. */
    @WithDefault("USD")
    String currency();

    /** The price list; the labels mean nothing. A line is {@code model input/cached/output [currency] [from date]}, per million tokens. */
    Map<String, String> prices();

    /** For every model that no line names: {@code 0}, or {@code input/output} per million tokens. Empty: such a model is not asked. */
    Optional<String> priceOfOthers();

    /** Of tenants that have none of their own; limits left out mean none. */
    DefaultBudget budget();

    /** After this a reservation that nobody settled counts as spent: longer than the longest answer with all its attempts. */
    @WithDefault("3m")
    Duration lapse();

    interface DefaultBudget {
        /** What models may cost in a day. */
        Optional<BigDecimal> day();

        /** What models may cost in a calendar month. */
        Optional<BigDecimal> month();

        /** Read and written tokens of one conversation together. */
        OptionalLong conversationTokens();

        /** Where a tenant's days and months begin, unless it says otherwise. */
        @WithDefault("UTC")
        ZoneId zone();
    }
}
