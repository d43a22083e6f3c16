package dev.parley.spend;

import java.time.ZoneId;

import dev.parley.tenant.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What a shop may spend, and what it has spent of it.
 *
 * @param zone where its days and months begin
 * @param dayLimit null: none
 * @param monthLimit null: none
 * @param conversationTokens null: no limit
 * @param spentToday with what is set aside for calls under way
 * @param spentThisMonth likewise
 * @param own what the shop itself has set; the rest is the service's default
 */
public record BudgetStanding(String currency, ZoneId zone, @Nullable Money dayLimit, @Nullable Money monthLimit,
        @Nullable Long conversationTokens, Money spentToday, Money spentThisMonth, Budget own) {}
