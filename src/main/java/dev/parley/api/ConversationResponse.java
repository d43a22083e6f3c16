package dev.parley.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.HandoffCause;
import org.jspecify.annotations.Nullable;

/** A conversation as REST shows it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationResponse(
        UUID id,
        UUID visitor,
        String state,
        int epoch,
        long lastSeq,
        @Nullable String locale,
        @Nullable String page,
        @JsonRawValue String attributes,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable HandoffResponse handoff) {
    /** The last time that a person was asked for: the reason in the asker's words, or its name. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HandoffResponse(String reason, @Nullable String summary, String by) {
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
