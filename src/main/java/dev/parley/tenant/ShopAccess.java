package dev.parley.tenant;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Who could get in, and the log of what they changed. */
@ApplicationScoped
class ShopAccess implements ShopData {
    private final ShopRows rows;

    ShopAccess(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 4;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId shop, int most) {
        return Uni.combine().all()
                .unis(rows.deleteSome("api_key", shop, most), rows.deleteSome("agent", shop, most),
                        rows.deleteSome("audit_entry", shop, most), rows.deleteSome("idempotent_request", shop, most))
                .with((keys, agents, audit, requests) -> Map.of("api_keys", keys, "agents", agents, "audit_entries",
                        audit, "remembered_requests", requests));
    }
}
