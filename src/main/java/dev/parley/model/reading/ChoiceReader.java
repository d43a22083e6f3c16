package dev.parley.model.reading;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** Reads a choice, or the fields that servers with their own protocol have at the top level. */
final class ChoiceReader {
    private @Nullable String content;
    private @Nullable String message;
    private @Nullable String refusal;
    private @Nullable String finishReason;
    private @Nullable Usage usage;
    private boolean failed;
    private boolean thoughts;
    private List<CallPieces.Piece> calls = List.of();

    void read(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            readField(json, name, json.nextToken());
        }
    }

    void readField(JsonParser json, String name, JsonToken value) throws IOException {
        switch (name) {
            case "delta" -> content = value == JsonToken.VALUE_STRING
                    ? json.getText()
                    : readMessage(json, value, content);
            case "message" -> message = readMessage(json, value, message);
            case "finish_reason", "finishReason", "done_reason", "stop_reason" -> finish(ChunkReader.text(json, value));
            // Used by old completions and by proprietary protocols.
            case "text", "response" -> content = value == JsonToken.VALUE_STRING ? json.getText() : skip(json);
            case "content" -> readContent(json, value);
            // Some report usage here.
            case "usage" -> usage = Usage.later(usage, UsageReader.read(json, value));
            case "error" -> failed |= ErrorSigns.isSomething(json, value);
            default -> json.skipChildren();
        }
    }

    @Nullable
    String content() {
        return content;
    }

    @Nullable
    String message() {
        return message;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    @Nullable
    String finishReason() {
        return finishReason;
    }

    @Nullable
    Usage usage() {
        return usage;
    }

    List<CallPieces.Piece> calls() {
        return calls;
    }

    boolean failed() {
        return failed;
    }

    boolean thoughts() {
        return thoughts;
    }

    boolean says() {
        return content != null || message != null || refusal != null || finishReason != null || thoughts
                || !calls.isEmpty();
    }

    private void finish(@Nullable String word) {
        finishReason = word == null ? finishReason : word;
    }

    private @Nullable String skip(JsonParser json) throws IOException {
        json.skipChildren();
        return content;
    }

    private void readContent(JsonParser json, JsonToken value) throws IOException {
        ContentReader reader = new ContentReader();
        content = reader.read(json, value);
        thoughts |= reader.thoughts();
    }

    /** Falls back to {@code known}. */
    private @Nullable String readMessage(JsonParser json, JsonToken token, @Nullable String known) throws IOException {
        String text = known;
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return text;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "content", "text" -> {
                    ContentReader reader = new ContentReader();
                    String read = reader.read(json, value);
                    text = name.equals("text") && read == null ? text : read;
                    thoughts |= reader.thoughts();
                }
                case "refusal" -> refusal = ChunkReader.text(json, value);
                case "tool_calls" -> calls = CallReader.read(json, value);
                case "function_call" -> calls = CallReader.readOld(json, value);
                case "finish_reason", "stop_reason" -> finish(ChunkReader.text(json, value));
                case "reasoning_content", "reasoning", "thinking", "reasoning_details" -> {
                    thoughts |= value == JsonToken.VALUE_STRING
                            ? !json.getText().isEmpty()
                            : value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        return text;
    }
}
