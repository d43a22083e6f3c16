package dev.parley.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

final class ChatBody {
    private static final JsonFactory JSON = new JsonFactory();

    private ChatBody() {}

    static byte[] write(ChatRequest request, Lane lane) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("model", lane.model());
            writeMessages(request, json);
            if (!request.tools().isEmpty()) {
                writeTools(request, json);
            }
            if (request.format() != null) {
                writeFormat(request.format(), json);
            }
            switch (lane.dialect().maxTokens()) {
                case MAX_TOKENS -> json.writeNumberField("max_tokens", request.maxTokens());
                case MAX_COMPLETION_TOKENS -> json.writeNumberField("max_completion_tokens", request.maxTokens());
                case NONE -> {
                    // No limit is sent; the server's own applies.
                }
            }
            if (lane.dialect().temperature() != null) {
                json.writeNumberField("temperature", lane.dialect().temperature());
            }
            writeStream(lane.dialect(), json);
            if (lane.dialect().thinkLess()) {
                json.writeStringField("reasoning_effort", "low");
            }
            if (lane.dialect().storeFalse()) {
                json.writeBooleanField("store", false);
            }
            if (lane.dialect().safetyIdentifier() && request.safetyIdentifier() != null) {
                json.writeStringField("safety_identifier", request.safetyIdentifier());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeFormat(AnswerFormat format, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", format.bySchema() ? "json_schema" : "json_object");
        if (format.bySchema()) {
            json.writeObjectFieldStart("json_schema");
            json.writeStringField("name", format.name());
            json.writeBooleanField("strict", true);
            json.writeFieldName("schema");
            json.writeRawValue(format.schema());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeStream(Dialect dialect, JsonGenerator json) throws IOException {
        json.writeBooleanField("stream", dialect.stream());
        if (dialect.stream() && dialect.streamOptions()) {
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        }
    }

    private static void writeMessages(ChatRequest request, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("messages");
        for (ChatMessage message : request.messages()) {
            json.writeStartObject();
            json.writeStringField("role", message.role().wire());
            json.writeStringField("content", message.content());
            if (!message.calls().isEmpty()) {
                writeCalls(message, json);
            }
            if (message.answers() != null) {
                json.writeStringField("tool_call_id", message.answers());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCalls(ChatMessage message, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tool_calls");
        for (ToolCall call : message.calls()) {
            json.writeStartObject();
            json.writeStringField("id", call.id());
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", call.name());
            json.writeStringField("arguments", call.arguments());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTools(ChatRequest request, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tools");
        for (ToolOffer tool : request.tools()) {
            json.writeStartObject();
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parameters");
            json.writeRawValue(tool.parameters());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("tool_choice", request.mayCall() ? "auto" : "none");
    }
}
