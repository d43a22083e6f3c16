package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code id} is the header `webhook-id`; {@code body} is exact, to check the signature. */
@Schema(examples = """
        {"id": "4b0c1f6e-0d7a-4c52-9a53-5b8d8a0f3c11", "event": "message.created",
         "conversation": "018f3b5e-7c1a-7000-8000-000000000003", "state": "delivered",
         "created_at": "2026-11-23T10:00:00Z", "attempt_count": 1, "attempts": [{"at": "2026-11-23T10:00:00Z",
         "duration_ms": 41, "status": 200, "response": "ok"}], "body": "{\\"type\\":\\"message.created\\",…}"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryResponse(UUID id, String event, @Nullable UUID conversation, @Schema(enumeration = {
        "pending", "delivered", "failed"}) String state, Instant createdAt,
        @Nullable Instant nextAttemptAt, int attemptCount, List<Tried> attempts, String body){
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tried(Instant at, long durationMs, @Nullable Integer status, @Nullable String error,
            @Nullable String response) {
        static Tried of(DeliveryAttempt attempt) {
            return new Tried(attempt.at(), attempt.millis(), attempt.status(), attempt.error(), attempt.response());
        }
    }

    public static DeliveryResponse of(Delivery delivery) {
        return new DeliveryResponse(delivery.id(), delivery.event(), delivery.conversation(), delivery.outcome(),
                delivery.happenedAt(), delivery.due(), delivery.attemptCount(),
                delivery.attempts().stream().map(Tried::of).toList(), delivery.body());
    }
}
