package dev.parley.model;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads chunks and whole replies. It takes what it knows and skips everything else, also known names with values of another
 * type: compatible servers differ in all of that. It builds no tree, because this runs once per token.
 */
final class ChunkReader {
    private static final JsonFactory JSON = new JsonFactory();

    private @Nullable String model;
    private @Nullable String content;
    private @Nullable String message;
    private @Nullable String refusal;
    private @Nullable String finishReason;
    private @Nullable Usage usage;
    private boolean error;
    private boolean thoughts;
    private List<CallPieces.Piece> calls = List.of();

    private ChunkReader() {}

    /** Throws if this is not one whole JSON object. */
    static Chunk read(byte[] bytes, int length) throws IOException {
        ChunkReader reader = new ChunkReader();
        try (JsonParser json = JSON.createParser(bytes, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Not a JSON object");
            }
            reader.readReply(json);
        }
        return new Chunk(reader.model, reader.content, reader.message, reader.refusal, reader.finishReason,
                reader.usage,
                reader.error ? ErrorBody.read(bytes, length) : null, reader.calls, reader.thoughts);
    }

    private void readReply(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "model" -> model = text(json, value);
                case "choices" -> readChoices(json, value);
                case "usage" -> usage = Usage.later(usage, UsageReader.read(json, value));
                case "object" -> error |= "error".equals(text(json, value));
                case "error" -> {
                    error |= value != JsonToken.VALUE_NULL && value != JsonToken.VALUE_FALSE;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("The object is not closed");
        }
    }

    /** Only the first choice: we ask for one. */
    private void readChoices(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            readChoice(json);
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        boolean first = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("The choices are not closed");
            }
            if (first && json.currentToken() == JsonToken.START_OBJECT) {
                readChoice(json);
            } else {
                json.skipChildren();
            }
            first = false;
        }
    }

    private void readChoice(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "delta" -> content = readMessage(json, value, content);
                case "message" -> message = readMessage(json, value, message);
                case "finish_reason" -> finishReason = text(json, value);
                // Where servers of old completions have both, and where some count.
                case "text" -> content = text(json, value);
                case "usage" -> usage = Usage.later(usage, UsageReader.read(json, value));
                default -> json.skipChildren();
            }
        }
    }

    /** The text in it; where there is none, what was known before. */
    private @Nullable String readMessage(JsonParser json, JsonToken token, @Nullable String known) throws IOException {
        String text = known;
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return text;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "content" -> {
                    ContentReader reader = new ContentReader();
                    text = reader.read(json, value);
                    thoughts |= reader.thoughts();
                }
                case "refusal" -> refusal = text(json, value);
                case "tool_calls" -> calls = CallReader.read(json, value);
                case "function_call" -> calls = CallReader.readOld(json, value);
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

    static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** A whole number, also as a text or with a point; negative where it is none. */
    static int count(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING && !value.isNumeric()) {
            json.skipChildren();
            return -1;
        }
        try {
            double number = Double.parseDouble(json.getText().strip());
            return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
