package dev.parley.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Recording;
import org.jspecify.annotations.Nullable;

/**
 * Frames about a conversation, for visitors, agents and event streams (src/docs/protocol.md). {@code conversation} is
 * set for agents only, who follow several.
 */
public sealed interface ConversationFrame extends Frame {
    @JsonTypeName("ready")
    record Ready(UUID conversation, String state, int epoch, long lastSeq,
            long heartbeatS) implements ConversationFrame {}

    /** Confirms a client's frame by its id; {@code seq} is null for a note. */
    @JsonTypeName("ack")
    record Ack(UUID id, @Nullable Long seq, Instant at, @Nullable UUID conversation) implements ConversationFrame {}

    /** {@code cards} is JSON. */
    @JsonTypeName("message")
    record Message(long seq, String author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            @Nullable List<Source> sources, @Nullable String finish, @JsonRawValue @Nullable String cards,
            @Nullable List<Attachment> attachments, @JsonIgnoreProperties("translation") @Nullable Recording recording,
            @Nullable UUID conversation) implements ConversationFrame {}

    @JsonTypeName("answer.begin")
    record AnswerBegin(UUID answer, int attempt, @Nullable UUID conversation) implements ConversationFrame {}

    @JsonTypeName("answer.delta")
    record AnswerDelta(UUID answer, int attempt, int n, String text,
            @Nullable UUID conversation) implements ConversationFrame {}

    @JsonTypeName("answer.end")
    record AnswerEnd(UUID answer, int attempt, long seq, String finish,
            @Nullable UUID conversation) implements ConversationFrame {}

    @JsonTypeName("state")
    record State(String state, int epoch, @Nullable UUID agent, @Nullable Queue queue,
            @Nullable UUID conversation) implements ConversationFrame {}

    /** A waiting visitor's place, from 1; {@code etaS} is null if unknown. */
    record Queue(long position, @Nullable Long etaS) {}

    /** {@code agent} is set for colleagues only. */
    @JsonTypeName("typing")
    record Typing(String author, boolean on, @Nullable UUID agent,
            @Nullable UUID conversation) implements ConversationFrame {}

    /** A refused frame. {@code id} is the client's; {@code retryAfterS} is null if waiting does not help. */
    @JsonTypeName("error")
    record Refused(String code, String detail, boolean retryable, @Nullable Long retryAfterS,
            @Nullable UUID conversation, @Nullable String id) implements ConversationFrame {}

    @JsonTypeName("pong")
    record Pong() implements ConversationFrame {}

    /** The service stops; the client reconnects elsewhere. */
    @JsonTypeName("drain")
    record Drain() implements ConversationFrame {}
}
