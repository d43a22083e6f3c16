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

    public Uni<Integer> faqEntries(TenantId shop) {
        return of(shop, ShopLimits::faqEntries, config.faqEntries());
    }

    public Uni<Integer> agents(TenantId shop) {
        return of(shop, ShopLimits::agents, config.agents());
    }

    public Uni<Integer> apiKeys(TenantId shop) {
        return of(shop, ShopLimits::apiKeys, config.apiKeys());
    }

    private Uni<Integer> of(TenantId shop, Function<ShopLimits, @Nullable Integer> own, int usual) {
        return tenants.byId(shop).map(tenant -> {
            Integer limit = tenant == null ? null : own.apply(tenant.limits());
            return limit == null ? usual : limit;
        });
    }

    public static ParleyException tooManyAgents(int max) {
        return new ParleyException(Kind.CONFLICT, "too_many_agents", "The shop has as many agents as it may have, "
                + max + ". Disable one first, or ask the operator of this Parley for more.");
    }
}
