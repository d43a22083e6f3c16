package dev.parley.spend;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.Budget;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Budgets {
    private final Tenants tenants;
    private final BudgetRepository repository;
    private final SpendConfig config;
    private final PriceList prices;
    private final Clock clock;

    Budgets(Tenants tenants, BudgetRepository repository, SpendConfig config, PriceList prices, Clock clock) {
        this.tenants = tenants;
        this.repository = repository;
        this.config = config;
        this.prices = prices;
        this.clock = clock;
    }

    public Uni<BudgetStatus> of(TenantId id) {
        return tenants.latest(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(this::status);
    }

    private Uni<BudgetStatus> status(Tenant shop) {
        Limits limits = Limits.of(shop, config.budget());
        return repository.spent(shop.id(), limits.today(clock.instant()))
                .map(spent -> new BudgetStatus(prices.currency(), limits.zone(), limits.day(), limits.month(),
                        limits.conversationTokens(), spent.day(), spent.month(), shop.settings().ownBudget()));
    }

    /** Absent values mean the default; {@code ifMatch} must name {@link Budget#etag}. */
    public Uni<BudgetStatus> set(TenantId id, Budget budget, @Nullable String ifMatch) {
        return tenants.setBudget(id, budget, ifMatch).chain(() -> of(id));
    }
}
