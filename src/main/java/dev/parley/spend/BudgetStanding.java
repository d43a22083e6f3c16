package dev.parley.spend;

import java.time.ZoneId;

import dev.parley.tenant.Budget;
import org.jspecify.annotations.Nullable;

/**
 * A shop's budget and spending.
 *
 * @param zone of its days and months
 * @param dayLimit null: none
 * @param monthLimit null: none
 * @param conversationTokens null: no limit
 * @param spentToday includes reservations, like {@code spentThisMonth}
 * @param own set by the shop; the rest is the default
 */
public record BudgetStanding(String currency, ZoneId zone, @Nullable Money dayLimit, @Nullable Money monthLimit,
        @Nullable Long conversationTokens, Money spentToday, Money spentThisMonth, Budget own) {}
