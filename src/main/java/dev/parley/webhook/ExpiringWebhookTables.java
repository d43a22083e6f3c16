package dev.parley.webhook;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

/** Expires the log, and replaced secrets. */
@ApplicationScoped
class ExpiringWebhookTables implements ExpiringTables {
    private final WebhookConfig config;

    ExpiringWebhookTables(WebhookConfig config) {
        this.config = config;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("webhook_delivery", config.keep(), "happened_at < $1"),
                new Expiry("webhook", Duration.ZERO, "former_until < $1", "sealed_former = NULL, former_until = NULL"));
    }
}
