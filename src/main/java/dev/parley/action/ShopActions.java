package dev.parley.action;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Calls are deleted with the conversations. */
@ApplicationScoped
class ShopActions implements ShopData {
    private final ShopRows rows;

    ShopActions(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("tool", tenant, max).map(gone -> Map.of("actions", gone));
    }
}
