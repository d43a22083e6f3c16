package dev.parley.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Attachment;
import dev.parley.conversation.Message;
import dev.parley.conversation.Recording;
import dev.parley.conversation.Source;
import org.jspecify.annotations.Nullable;

/** A message as REST shows it: the fields of the socket's `message` frame. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageResponse(
        long seq,
        String author,
        @Nullable String name,
        String text,
        Instant at,
        @Nullable UUID clientId,
        List<Source> sources,
        @Nullable String finish,
        @JsonRawValue @Nullable String cards,
        @Nullable List<Attachment> attachments,
        @Nullable Recording recording) {
    static MessageResponse of(Message message) {
        return new MessageResponse(message.seq(), message.author().wire(), message.name(), message.text(), message.at(),
                message.clientId(), message.sources(), message.finish(),
                cards(message),
                message.attachments().isEmpty() ? null : message.attachments(), message.recording());
    }

    /** As JSON; absent when there is none. */
    static @Nullable String cards(Message message) {
        return message.cards().equals(Message.NO_CARDS) ? null : message.cards();
    }
}
