package dev.parley.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

import dev.parley.tenant.Budget;
import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** A tenant's limits; null means none. {@code zone} determines the day. */
record Limits(@Nullable Money day, @Nullable Money month, @Nullable Long conversationTokens, ZoneId zone) {
    /** Each limit is the tenant's own, else the service's. */
    static Limits of(Tenant shop, SpendConfig.DefaultBudget byDefault) {
        Budget own = shop.settings().budget();
        BigDecimal day = own == null ? null : own.day();
        BigDecimal month = own == null ? null : own.month();
        Long tokens = own == null ? null : own.conversationTokens();
        String zone = own == null ? null : own.zone();
        return new Limits(money(day == null ? byDefault.day().orElse(null) : day),
                money(month == null ? byDefault.month().orElse(null) : month),
                tokens == null ? boxed(byDefault.conversationTokens()) : tokens,
                zone == null ? byDefault.zone() : ZoneId.of(zone));
    }

    private static @Nullable Money money(@Nullable BigDecimal units) {
        return units == null ? null : Money.of(units);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    boolean none() {
        return day == null && month == null && conversationTokens == null;
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    SavingLevel savingLevel(Money spentToday, Money spentThisMonth) {
        SavingLevel byDay = day == null ? SavingLevel.FULL : SavingLevel.after(spentToday.nanos(), day.nanos());
        SavingLevel byMonth = month == null
                ? SavingLevel.FULL
                : SavingLevel.after(spentThisMonth.nanos(), month.nanos());
        return byDay.compareTo(byMonth) >= 0 ? byDay : byMonth;
    }

    /** The standing may be older than the refusal, so neither sum need exceed its limit. */
    Exceeded exceeded(Money amount, int tokens, SpendTotals totals) {
        if (conversationTokens != null && totals.conversationTokens() + tokens > conversationTokens) {
            return Exceeded.CONVERSATION;
        }
        boolean monthIsFull = month != null && totals.month().nanos() + amount.nanos() > month.nanos();
        boolean dayIsFull = day != null && totals.day().nanos() + amount.nanos() > day.nanos();
        return day == null || (monthIsFull && !dayIsFull) ? Exceeded.MONTH : Exceeded.DAY;
    }
}
