package dev.parley.tenant;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ShopRequests implements ShopData {
    private final ShopRows rows;

    ShopRequests(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 4;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("idempotent_request", tenant, max).map(gone -> Map.of("remembered_requests", gone));
    }
}
