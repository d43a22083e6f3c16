package dev.parley.agent;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Also deletes their sessions. */
@ApplicationScoped
class ShopAgents implements ShopData {
    private final ShopRows rows;

    ShopAgents(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 4;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("agent", tenant, max).map(gone -> Map.of("agents", gone));
    }
}
