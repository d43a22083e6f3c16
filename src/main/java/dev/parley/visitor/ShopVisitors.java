package dev.parley.visitor;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Deleted after the conversations. */
@ApplicationScoped
class ShopVisitors implements ShopData {
    private final ShopRows rows;

    ShopVisitors(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 2;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("visitor", tenant, max).map(gone -> Map.of("visitors", gone));
    }
}
