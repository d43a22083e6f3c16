package dev.parley.spend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Prices, and the default budget. */
@ConfigMapping(prefix = "parley.spend")
public interface SpendConfig {
    /** Currency of all budgets and reports (ISO 4217). Prices in another currency are ignored. */
    @WithDefault("USD")
    String currency();

    /** Price of one model: {@code model input/cached/output [currency] [from date]}, per million tokens. */
    Map<String, String> prices();

    /** Price of unlisted models: {@code 0}, or {@code input/output} per million tokens. If empty, they are not used. */
    Optional<String> priceOfOthers();

    /** Budget of tenants without their own; absent limits mean none. */
    DefaultBudget budget();

    /** Time until an unsettled reservation counts as spent: longer than the longest answer. */
    @WithDefault("3m")
    Duration lapse();

    interface DefaultBudget {
        /** What the models may cost a shop per day, unless it has its own budget. */
        Optional<BigDecimal> day();

        /** What the models may cost a shop per calendar month, unless it has its own budget. */
        Optional<BigDecimal> month();

        /** Input and output tokens that one conversation may use, unless the shop has its own budget. */
        OptionalLong conversationTokens();

        /** Time zone of a budget's days and months, unless the shop has its own. */
        @WithDefault("UTC")
        ZoneId zone();
    }
}
