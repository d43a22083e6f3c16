package dev.parley.api;

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

@Schema(examples = """
        {"seq": 1, "author": "visitor", "text": "How long do I have?", "at": "2026-11-23T10:00:00Z",
         "client_id": "018f3b5e-7c1a-7000-8000-000000000001", "sources": []}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageResponse(
        long seq,
        @Schema(enumeration = {
                "visitor", "bot", "agent", "system"}) String author,
        @Nullable String name,
        String text,
        Instant at,
        @Nullable UUID clientId,
        List<Source> sources,
        @Nullable String finish,
        @Schema(implementation = Map[].class,
                description = "What an action has shown, such as an order.") @JsonRawValue @Nullable String cards,
        @Nullable List<Attachment> attachments,
        @Nullable Recording recording){
    static MessageResponse of(Message message) {
        return new MessageResponse(message.seq(), message.author().wire(), message.name(), message.text(), message.at(),
                message.clientId(), message.sources(), message.finish(),
                cards(message),
                message.attachments().isEmpty() ? null : message.attachments(), message.recording());
    }

    /** JSON, or null. */
    static @Nullable String cards(Message message) {
        return message.cards().equals(Message.NO_CARDS) ? null : message.cards();
    }
}
