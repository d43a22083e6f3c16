package dev.parley.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Recording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineResponse(long seq, @Schema(enumeration = {
        "visitor", "bot", "agent", "system"}) String author, @Nullable String name, String text, Instant at,
        @Nullable UUID clientId, @Nullable List<Source> sources, @Nullable String finish,
        @Schema(implementation = Map[].class,
                description = "What an action has shown, such as an order.") @JsonRawValue @Nullable String cards,
        @Nullable List<Attachment> attachments,
        @Nullable Recording recording){
    static LineResponse of(Message message) {
        return new LineResponse(message.seq(), message.author().wire(), message.name(), message.text(), message.at(),
                message.clientId(), message.sources().isEmpty() ? null : message.sources(), message.finish(),
                message.cards().equals(Message.NO_CARDS) ? null : message.cards(),
                message.attachments().isEmpty() ? null : message.attachments(), message.recording());
    }
}
