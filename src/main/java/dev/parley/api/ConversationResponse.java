package dev.parley.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.HandoffCause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000003", "visitor": "018f3b5e-7c1a-7000-8000-000000000005",
         "state": "with_bot", "epoch": 1, "last_seq": 2, "locale": "en", "attributes": {"tier": "gold"},
         "created_at": "2026-11-23T10:00:00Z", "last_activity_at": "2026-11-23T10:00:02Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationResponse(
        UUID id,
        UUID visitor,
        @Schema(enumeration = {
                "with_bot", "waiting", "with_agent", "closed"}) String state,
        int epoch,
        long lastSeq,
        @Nullable String locale,
        @Nullable String page,
        @Schema(implementation = Map.class,
                description = "A JSON object of the shop's own.") @JsonRawValue String attributes,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable HandoffResponse handoff){
    /** The latest handoff: the reason in words, or its name. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HandoffResponse(String reason, @Nullable String summary, @Schema(enumeration = {
            "visitor", "bot", "rule", "shop"}) String by){
        static @Nullable HandoffResponse of(@Nullable HandoffCause cause) {
            return cause == null ? null : new HandoffResponse(cause.told(), cause.summary(), cause.by().wire());
        }
    }

    static ConversationResponse of(Conversation conversation) {
        return new ConversationResponse(conversation.id(), conversation.visitor(), conversation.state().wire(),
                conversation.epoch(), conversation.lastSeq(), conversation.locale(), conversation.page(),
                conversation.attributes(), conversation.createdAt(), conversation.lastActivityAt(),
                HandoffResponse.of(conversation.handoff()));
    }
}
