package dev.parley.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.conversation.Attachment;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Message;
import dev.parley.conversation.Recording;
import dev.parley.conversation.Source;
import dev.parley.platform.ParleyException;
import dev.parley.platform.RetryLaterException;
import org.jspecify.annotations.Nullable;

/** What is told of a conversation, as JSON frames: the same on visitors' and agents' sockets and in event streams (src/docs/protocol.md). */
@ApplicationScoped
public class Frames {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public String frame(Message message) {
        return write("message", json -> writeMessage(json, message));
    }

    /** The fields of a message without its frame, for REST. */
    public void writeMessage(JsonGenerator json, Message message) throws IOException {
        json.writeNumberField("seq", message.seq());
        json.writeStringField("author", message.author().wire());
        text(json, "name", message.name());
        json.writeStringField("text", message.text());
        json.writeStringField("at", message.at().toString());
        text(json, "client_id", message.clientId() == null ? null : message.clientId().toString());
        if (!message.sources().isEmpty()) {
            writeSources(json, message);
        }
        text(json, "finish", message.finish());
        if (!message.cards().equals(Message.NO_CARDS)) {
            json.writeFieldName("cards");
            json.writeRawValue(message.cards());
        }
        if (!message.attachments().isEmpty()) {
            writeAttachments(json, message);
        }
        if (message.recording() != null) {
            writeRecording(json, message.recording());
        }
    }

    private static void writeRecording(JsonGenerator json, Recording recording) throws IOException {
        json.writeObjectFieldStart("recording");
        json.writeStringField("id", recording.id().toString());
        json.writeNumberField("seconds", recording.seconds());
        text(json, "heard", recording.heard());
        text(json, "language", recording.language());
        text(json, "peaks", recording.peaks());
        json.writeBooleanField("available", recording.available());
        json.writeEndObject();
    }

    private static void writeAttachments(JsonGenerator json, Message message) throws IOException {
        json.writeArrayFieldStart("attachments");
        for (Attachment attachment : message.attachments()) {
            json.writeStartObject();
            json.writeStringField("id", attachment.id().toString());
            json.writeStringField("name", attachment.name());
            json.writeStringField("type", attachment.type());
            json.writeNumberField("size", attachment.size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSources(JsonGenerator json, Message message) throws IOException {
        json.writeArrayFieldStart("sources");
        for (Source source : message.sources()) {
            json.writeStartObject();
            json.writeStringField("id", source.id().toString());
            json.writeStringField("question", source.question());
            text(json, "url", source.url());
            json.writeNumberField("score", source.score());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public String frame(AnswerBegan began) {
        return write("answer.begin", json -> {
            json.writeStringField("answer", began.answer().toString());
            json.writeNumberField("attempt", began.attempt());
        });
    }

    public String frame(AnswerGrew grew) {
        return write("answer.delta", json -> {
            json.writeStringField("answer", grew.answer().toString());
            json.writeNumberField("attempt", grew.attempt());
            json.writeNumberField("n", grew.n());
            json.writeStringField("text", grew.text());
        });
    }

    public String frame(AnswerEnded ended) {
        return write("answer.end", json -> {
            json.writeStringField("answer", ended.answer().toString());
            json.writeNumberField("attempt", ended.attempt());
            json.writeNumberField("seq", ended.seq());
            json.writeStringField("finish", ended.finish().wire());
        });
    }

    public String frame(Typing typing) {
        return write("typing", json -> {
            json.writeStringField("author", typing.author().wire());
            json.writeBooleanField("on", typing.on());
        });
    }

    public String state(Conversation now) {
        return state(now, null, null);
    }

    /**
     * With the place in line of one who waits.
     *
     * @param queuePosition from 1; null when the visitor does not wait
     * @param etaSeconds until somebody may be there; null when that cannot be said
     */
    public String state(Conversation now, @Nullable Long queuePosition, @Nullable Long etaSeconds) {
        return write("state", json -> {
            json.writeStringField("state", now.state().wire());
            json.writeNumberField("epoch", now.epoch());
            if (now.state() instanceof ConversationState.WithAgent with) {
                json.writeStringField("agent", with.agent().toString());
            }
            if (queuePosition != null) {
                json.writeObjectFieldStart("queue");
                json.writeNumberField("position", queuePosition);
                if (etaSeconds != null) {
                    json.writeNumberField("eta_s", etaSeconds);
                }
                json.writeEndObject();
            }
        });
    }

    public String ready(Conversation conversation, long heartbeatSeconds) {
        return write("ready", json -> {
            json.writeStringField("conversation", conversation.id().toString());
            json.writeStringField("state", conversation.state().wire());
            json.writeNumberField("epoch", conversation.epoch());
            json.writeNumberField("last_seq", conversation.lastSeq());
            json.writeNumberField("heartbeat_s", heartbeatSeconds);
        });
    }

    public String ack(String clientId, Message stored) {
        return write("ack", json -> {
            json.writeStringField("id", clientId);
            json.writeNumberField("seq", stored.seq());
            json.writeStringField("at", stored.at().toString());
        });
    }

    public String error(String code, String detail, boolean retryable, @Nullable String id) {
        return write("error", json -> {
            json.writeStringField("code", code);
            json.writeStringField("detail", detail);
            json.writeBooleanField("retryable", retryable);
            text(json, "id", id);
        });
    }

    /** What a client may do with a frame that was refused: try again, after as long as the refusal says, or not. */
    public String error(ParleyException refused, @Nullable String id) {
        return write("error", json -> {
            json.writeStringField("code", refused.code());
            json.writeStringField("detail", refused.detail());
            json.writeBooleanField("retryable", refused.retryable());
            if (refused instanceof RetryLaterException later) {
                json.writeNumberField("retry_after_s", later.seconds());
            }
            text(json, "id", id);
        });
    }

    /** A frame that is nothing but its type. */
    public String bare(String type) {
        return write(type, json -> {});
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String write(String type, Body body) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }
}
