package dev.parley.spend;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Deletes the ledger; sums follow with the shop's row. */
@ApplicationScoped
class ShopCalls implements ShopData {
    private final ShopRows rows;

    ShopCalls(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("spend_call", tenant, max).map(gone -> Map.of("model_calls", gone));
    }
}
