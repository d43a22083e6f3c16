package dev.parley.webhook;

import java.time.Instant;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way, under lease, with what is known of where it goes.
 *
 * @param lease fences it: once it has lapsed and another holds it, this one's report changes nothing
 * @param tries that failed since it happened or was asked for again
 * @param sealedFormer the replaced secret, while it signs as well
 * @param failures of the webhook, in a row
 */
record DueDelivery(UUID id, UUID lease, UUID webhook, TenantId tenant, String event, String body, Instant happenedAt,
        int tries, @Nullable Instant failingSince, String url, String sealedSecret, @Nullable String sealedFormer,
        int failures, @Nullable Instant webhookFailingSince) {
    boolean test() {
        return event.equals(WebhookRules.TEST);
    }
}
