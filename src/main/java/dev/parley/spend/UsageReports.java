package dev.parley.spend;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.spend.UsageQuery.Group;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Usage of a tenant. Excludes calls in progress. */
@ApplicationScoped
public class UsageReports {
    private final UsageRepository repository;
    private final Tenants tenants;
    private final SpendConfig config;
    private final PriceList prices;
    private final Clock clock;

    UsageReports(UsageRepository repository, Tenants tenants, SpendConfig config, PriceList prices, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.config = config;
        this.prices = prices;
        this.clock = clock;
    }

    /** The last thirty days by default. */
    public Uni<UsageReport> report(TenantId tenant, @Nullable LocalDate from, @Nullable LocalDate to,
            Set<Group> groups) {
        return tenants.byId(tenant)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .map(shop -> Limits.of(shop, config.budget()))
                .chain(limits -> report(tenant, limits,
                        UsageQuery.of(from, to, limits.today(clock.instant()), groups)));
    }

    private Uni<UsageReport> report(TenantId tenant, Limits limits, UsageQuery query) {
        return repository.lines(tenant, query, prices.currency())
                .map(lines -> new UsageReport(query, limits.zone(), prices.currency(), lines, total(lines)));
    }

    private static UsageLine total(List<UsageLine> lines) {
        return lines.stream().reduce(new UsageLine(null, null, null, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, 0),
                UsageReports::plus);
    }

    private static UsageLine plus(UsageLine a, UsageLine b) {
        return new UsageLine(null, null, null, a.calls() + b.calls(), a.estimated() + b.estimated(),
                a.inputTokens() + b.inputTokens(), a.cachedTokens() + b.cachedTokens(),
                a.outputTokens() + b.outputTokens(), new Money(a.cost().nanos() + b.cost().nanos()),
                new Money(a.saved().nanos() + b.saved().nanos()), a.audioMillis() + b.audioMillis());
    }

    /** {@code day,model,kind} in any order, or {@code none}; by day by default. */
    public static Set<Group> groups(@Nullable String names) {
        if (names == null) {
            return EnumSet.of(Group.DAY);
        }
        EnumSet<Group> groups = EnumSet.noneOf(Group.class);
        for (String name : names.equals("none") ? new String[0] : names.split(",", -1)) {
            groups.add(switch (name.strip()) {
                case "day" -> Group.DAY;
                case "model" -> Group.MODEL;
                case "kind" -> Group.KIND;
                default -> throw ParleyException.invalid("bad_group_by",
                        "The parameter `group_by` is day, model, kind, several of them with commas between, or none.");
            });
        }
        return groups;
    }

    /** Null if absent. */
    public static @Nullable LocalDate day(String name, @Nullable String day) {
        if (day == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(day);
            // Years that PostgreSQL and common calendars support.
            if (date.getYear() >= 2000 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException notADay) {
            // Falls through to the refusal.
        }
        throw ParleyException.invalid("bad_" + name, "The parameter `" + name + "` is a day such as 2026-01-31.");
    }
}
