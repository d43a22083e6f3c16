package dev.parley.key;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ShopKeys implements ShopData {
    private final ShopRows rows;

    ShopKeys(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 4;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("api_key", tenant, max).map(gone -> Map.of("api_keys", gone));
    }
}
