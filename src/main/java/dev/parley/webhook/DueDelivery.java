package dev.parley.webhook;

import java.time.Instant;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A leased delivery and its target.
 *
 * @param lease fencing token: after it expires, a report changes nothing
 * @param tries failed attempts since the event or the last redelivery
 * @param sealedFormer replaced secret, while it is valid
 * @param failures consecutive, of the webhook
 */
record DueDelivery(UUID id, UUID lease, UUID webhook, TenantId tenant, String event, String body, Instant happenedAt,
        int tries, @Nullable Instant failingSince, String url, String sealedSecret, @Nullable String sealedFormer,
        int failures, @Nullable Instant webhookFailingSince) {
    boolean test() {
        return event.equals(WebhookRules.TEST);
    }
}
