package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.webhook.Webhooks.Keyed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook in REST; {@code secret} is present only when created. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000008", "url": "https://hooks.shop.example/parley",
         "events": ["message.created"], "created_at": "2026-11-23T10:00:00Z", "failures": 0,
         "paused": {"at": "2026-11-23T10:00:00Z", "reason": "by_hand"}}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookResponse(UUID id, String url, List<String> events, @Nullable String secret, Instant createdAt,
        @Nullable Instant formerSecretUntil, @Nullable Paused paused, int failures, @Nullable Instant failingSince) {
    /** `by_hand`, `gone`, `failing` or `no_secret`. */
    public record Paused(Instant at, String reason) {}

    public static WebhookResponse of(Webhook webhook) {
        return of(webhook, null);
    }

    public static WebhookResponse of(Keyed keyed) {
        return of(keyed.webhook(), keyed.secret());
    }

    private static WebhookResponse of(Webhook webhook, @Nullable String secret) {
        Webhook.Pause pause = webhook.pause();
        return new WebhookResponse(webhook.id(), webhook.url(), webhook.events(), secret, webhook.createdAt(),
                webhook.formerSecretUntil(), pause == null ? null : new Paused(pause.at(), pause.reason()),
                webhook.failures(), webhook.failingSince());
    }
}
