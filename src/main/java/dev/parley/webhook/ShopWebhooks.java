package dev.parley.webhook;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.ShopRows;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Deletes the outbox first: a webhook may have millions of deliveries, too many for one transaction. */
@ApplicationScoped
class ShopWebhooks implements ShopData {
    private final ShopRows rows;

    ShopWebhooks(ShopRows rows) {
        this.rows = rows;
    }

    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return rows.deleteSome("webhook_delivery", tenant, max).chain(deliveries -> deliveries > 0
                ? Uni.createFrom().item(Map.of("webhook_deliveries", deliveries))
                : rows.deleteSome("webhook", tenant, max).map(webhooks -> Map.of("webhooks", webhooks)));
    }
}
