package dev.parley.spend;

import java.time.ZoneId;

import dev.parley.tenant.Budget;
import org.jspecify.annotations.Nullable;

/** Spending includes reservations. Null limits mean none; {@code own} is set by the shop. */
public record BudgetStatus(String currency, ZoneId zone, @Nullable Money dayLimit, @Nullable Money monthLimit,
        @Nullable Long conversationTokens, Money spentToday, Money spentThisMonth, Budget own) {}
