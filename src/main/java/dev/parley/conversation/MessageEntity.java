package dev.parley.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Recording;
import dev.parley.conversation.attachment.RecordingJson;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "message")
@IdClass(MessageEntity.Key.class)
@NullUnmarked
class MessageEntity {
    @Id
    @Column(name = "conversation_id")
    UUID conversationId;
    @Id
    long seq;
    @Column(name = "tenant_id")
    UUID tenantId;
    String author;
    @Column(name = "author_name")
    String authorName;
    String text;
    @Column(name = "client_message_id")
    UUID clientMessageId;
    String finish;
    /** JSON of {@link Source}s. */
    String sources;
    String cards = Message.NO_CARDS;
    /** JSON of {@link Attachment}s. */
    String attachments = "[]";
    String page;
    /** See {@link RecordingJson}; may be null. */
    String recording;
    String heard;
    String translations;
    Instant at;

    record Key(UUID conversationId, long seq) implements Serializable {}

    Message toMessage(List<Source> sources, List<Attachment> attachments) {
        return toMessage(sources, attachments, null, Map.of());
    }

    Message toMessage(List<Source> sources, List<Attachment> attachments, Recording recorded,
            Map<String, String> translated) {
        return new Message(seq, Author.of(author), authorName, text, at, clientMessageId, sources, finish, cards,
                attachments, recorded, translated);
    }
}
