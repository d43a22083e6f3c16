package dev.parley.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.Attachment;
import dev.parley.conversation.Recording;
import dev.parley.conversation.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a conversation: the same to visitors, agents and readers of event streams (src/docs/protocol.md). Agents watch several,
 * so that theirs name the conversation; it is null for everybody else.
 */
public sealed interface ConversationFrame extends Frame {
    @JsonTypeName("ready")
    record Ready(UUID conversation, String state, int epoch, long lastSeq,
            long heartbeatS) implements ConversationFrame {}

    /**
     * Of what the client has sent.
     *
     * @param id the client's own
     * @param seq of the message that it became; null for a note
     */
    @JsonTypeName("ack")
    record Ack(UUID id, @Nullable Long seq, Instant at, @Nullable UUID conversation) implements ConversationFrame {}

    /**
     * A message of anybody.
     *
     * @param cards JSON
     */
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

    /**
     * The place in line of a visitor who waits.
     *
     * @param position from 1
     * @param etaS seconds until somebody may be there; null when that cannot be said
     */
    record Queue(long position, @Nullable Long etaS) {}

    /**
     * Somebody writes or pauses.
     *
     * @param agent who it is, for colleagues alone
     */
    @JsonTypeName("typing")
    record Typing(String author, boolean on, @Nullable UUID agent,
            @Nullable UUID conversation) implements ConversationFrame {}

    /**
     * Of a frame that was refused.
     *
     * @param retryAfterS seconds; null when there is no use in waiting
     * @param id the client's own of that frame, as it was sent
     */
    @JsonTypeName("error")
    record Refused(String code, String detail, boolean retryable, @Nullable Long retryAfterS,
            @Nullable UUID conversation, @Nullable String id) implements ConversationFrame {}

    /** The answer to a ping. */
    @JsonTypeName("pong")
    record Pong() implements ConversationFrame {}

    /** The service stops: the client comes back elsewhere. */
    @JsonTypeName("drain")
    record Drain() implements ConversationFrame {}
}
