package dev.parley.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Conversation;
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
        Instant lastActivityAt) {
    static ConversationResponse of(Conversation conversation) {
        return new ConversationResponse(conversation.id(), conversation.visitor(), conversation.state().wire(),
                conversation.epoch(), conversation.lastSeq(), conversation.locale(), conversation.page(),
                conversation.attributes(), conversation.createdAt(), conversation.lastActivityAt());
    }
}
