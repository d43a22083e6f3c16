package dev.parley.api.openai;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.api.openai.OpenAiAnswer.Citation;
import dev.parley.api.openai.OpenAiAnswer.Usage;
import org.jspecify.annotations.Nullable;

final class OpenAiJson {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    record Stream(String id, long created, @Nullable UUID conversation, boolean usage) {}

    private OpenAiJson() {}

    static String completion(OpenAiAnswer answer) {
        return write(json -> {
            head(json, answer.id(), "chat.completion", answer.created());
            json.writeArrayFieldStart("choices");
            json.writeStartObject();
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            json.writeStringField("content", answer.text());
            json.writeNullField("refusal");
            annotations(json, answer);
            json.writeEndObject();
            json.writeNullField("logprobs");
            json.writeStringField("finish_reason", answer.finishReason());
            json.writeEndObject();
            json.writeEndArray();
            usage(json, answer.usage());
            metadata(json, answer.conversation(), answer.state());
        });
    }

    /** The first chunk has the role, later ones text. */
    static String chunk(Stream stream, @Nullable String text) {
        return write(json -> {
            head(json, stream.id(), "chat.completion.chunk", stream.created());
            choice(json, () -> {
                if (text == null) {
                    json.writeStringField("role", "assistant");
                }
                json.writeStringField("content", text == null ? "" : text);
            }, null);
            noUsage(json, stream);
            metadata(json, stream.conversation(), null);
        });
    }

    static String lastChunk(Stream stream, OpenAiAnswer answer) {
        return write(json -> {
            head(json, stream.id(), "chat.completion.chunk", stream.created());
            choice(json, () -> annotations(json, answer), answer.finishReason());
            noUsage(json, stream);
            metadata(json, answer.conversation(), answer.state());
        });
    }

    static String usageChunk(Stream stream, OpenAiAnswer answer) {
        return write(json -> {
            head(json, stream.id(), "chat.completion.chunk", stream.created());
            json.writeArrayFieldStart("choices");
            json.writeEndArray();
            usage(json, answer.usage());
            metadata(json, answer.conversation(), answer.state());
        });
    }

    static String models(long created, String owner) {
        return write(json -> {
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            json.writeStartObject();
            modelFields(json, created, owner);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    static String model(long created, String owner) {
        return write(json -> modelFields(json, created, owner));
    }

    private static void modelFields(JsonGenerator json, long created, String owner) throws IOException {
        json.writeStringField("id", OpenAiAnswer.MODEL);
        json.writeStringField("object", "model");
        json.writeNumberField("created", created);
        json.writeStringField("owned_by", owner);
    }

    private static void head(JsonGenerator json, String id, String object, long created) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("object", object);
        json.writeNumberField("created", created);
        json.writeStringField("model", OpenAiAnswer.MODEL);
    }

    private interface Delta {
        void write() throws IOException;
    }

    private static void choice(JsonGenerator json, Delta delta, @Nullable String finish) throws IOException {
        json.writeArrayFieldStart("choices");
        json.writeStartObject();
        json.writeNumberField("index", 0);
        json.writeObjectFieldStart("delta");
        delta.write();
        json.writeEndObject();
        json.writeNullField("logprobs");
        json.writeStringField("finish_reason", finish);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void annotations(JsonGenerator json, OpenAiAnswer answer) throws IOException {
        json.writeArrayFieldStart("annotations");
        for (Citation citation : answer.citations()) {
            json.writeStartObject();
            json.writeStringField("type", "url_citation");
            json.writeObjectFieldStart("url_citation");
            json.writeNumberField("start_index", citation.start());
            json.writeNumberField("end_index", citation.end());
            json.writeStringField("url", citation.url());
            json.writeStringField("title", citation.title());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void usage(JsonGenerator json, Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", usage.prompt());
        json.writeNumberField("completion_tokens", usage.completion());
        json.writeNumberField("total_tokens", usage.prompt() + usage.completion());
        json.writeEndObject();
    }

    /** If usage was requested, chunks have a null usage until the last one. */
    private static void noUsage(JsonGenerator json, Stream stream) throws IOException {
        if (stream.usage()) {
            json.writeNullField("usage");
        }
    }

    private static void metadata(JsonGenerator json, @Nullable UUID conversation, @Nullable String state)
            throws IOException {
        if (conversation == null) {
            return;
        }
        json.writeObjectFieldStart("metadata");
        json.writeStringField("conversation", conversation.toString());
        if (state != null) {
            json.writeStringField("state", state);
        }
        json.writeEndObject();
    }

    private static String write(Body body) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }
}
