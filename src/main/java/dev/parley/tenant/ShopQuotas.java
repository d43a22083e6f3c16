package dev.parley.tenant;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ShopQuotas {
    private final Tenants tenants;
    private final ShopConfig config;

    ShopQuotas(Tenants tenants, ShopConfig config) {
        this.tenants = tenants;
        this.config = config;
    }

    public Uni<Integer> faqEntries(TenantId tenant) {
        return of(tenant, ShopLimits::faqEntries, config.faqEntries());
    }

    public Uni<Integer> agents(TenantId tenant) {
        return of(tenant, ShopLimits::agents, config.agents());
    }

    public Uni<Integer> apiKeys(TenantId tenant) {
        return of(tenant, ShopLimits::apiKeys, config.apiKeys());
    }

    private Uni<Integer> of(TenantId tenant, Function<ShopLimits, @Nullable Integer> own, int usual) {
        return tenants.byId(tenant).map(shop -> {
            Integer limit = shop == null ? null : own.apply(shop.limits());
            return limit == null ? usual : limit;
        });
    }

    public static ParleyException tooManyAgents(int max) {
        return new ParleyException(Kind.CONFLICT, "too_many_agents", "The shop has as many agents as it may have, "
                + max + ". Disable one first, or ask the operator of this Parley for more.");
    }
}
