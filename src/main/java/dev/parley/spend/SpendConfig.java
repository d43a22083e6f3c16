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

    /** Price list with arbitrary keys: {@code model input/cached/output [currency] [from date]}, per million tokens. */
    Map<String, String> prices();

    /** Price of unlisted models: {@code 0}, or {@code input/output} per million tokens. If empty, they are not used. */
    Optional<String> priceOfOthers();

    /** Budget of tenants without their own; absent limits mean none. */
    DefaultBudget budget();

    /** Time until an unsettled reservation counts as spent: longer than the longest answer. */
    @WithDefault("3m")
    Duration lapse();

    interface DefaultBudget {
        /** Model costs per day. */
        Optional<BigDecimal> day();

        /** Model costs per calendar month. */
        Optional<BigDecimal> month();

        /** Input and output tokens of one conversation. */
        OptionalLong conversationTokens();

        /** Time zone of days and months, unless the tenant has its own. */
        @WithDefault("UTC")
        ZoneId zone();
    }
}
