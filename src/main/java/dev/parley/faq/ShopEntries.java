package dev.parley.faq;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Deletes vectors, too. The search drops its index when the shop's revision is gone. */
@ApplicationScoped
class ShopEntries implements ShopData {
    private final ShopRows rows;

    ShopEntries(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("faq_entry", tenant, max).map(gone -> Map.of("faq_entries", gone));
    }
}
