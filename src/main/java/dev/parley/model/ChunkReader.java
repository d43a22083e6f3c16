package dev.parley.model;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads chunks, whole replies and error bodies. It takes what it knows and skips everything else, also known names with values of another
 * type: compatible servers differ in all of that. It builds no tree, because this runs once per token.
 */
final class ChunkReader {
    private static final JsonFactory JSON = new JsonFactory();

    private @Nullable String model;
    private @Nullable String content;
    private @Nullable String refusal;
    private @Nullable String finishReason;
    private @Nullable Usage usage;
    private @Nullable UpstreamError error;
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
        return new Chunk(reader.model, reader.content, reader.refusal, reader.finishReason, reader.usage, reader.error,
                reader.calls);
    }

    /** The error that a body tells of, as far as it tells: it may be HTML, plain text or cut. */
    static UpstreamError readError(byte[] bytes, int length) {
        try {
            UpstreamError error = read(bytes, length).error();
            return error == null ? UpstreamError.UNKNOWN : error;
        } catch (IOException notJson) {
            return UpstreamError.UNKNOWN;
        }
    }

    private void readReply(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "model" -> model = text(json, value);
                case "choices" -> readChoices(json, value);
                case "usage" -> readUsage(json, value);
                case "error" -> readError(json, value);
                default -> json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("The object is not closed");
        }
    }

    /** Only the first choice: we ask for one. */
    private void readChoices(JsonParser json, JsonToken value) throws IOException {
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
                case "delta", "message" -> readMessage(json, value);
                case "finish_reason" -> finishReason = text(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private void readMessage(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "content" -> content = text(json, value);
                case "refusal" -> refusal = text(json, value);
                case "tool_calls" -> calls = CallReader.read(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private void readUsage(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        int prompt = -1;
        int completion = -1;
        int cached = 0;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "prompt_tokens" -> prompt = count(json, value);
                case "completion_tokens" -> completion = count(json, value);
                case "prompt_tokens_details" -> cached = readCached(json, value);
                default -> json.skipChildren();
            }
        }
        usage = prompt < 0 || completion < 0 ? null : new Usage(prompt, completion, cached);
    }

    private static int readCached(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return 0;
        }
        int cached = 0;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("cached_tokens")) {
                cached = Math.max(0, count(json, value));
            } else {
                json.skipChildren();
            }
        }
        return cached;
    }

    private void readError(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        error = UpstreamError.UNKNOWN;
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String code = null;
        String type = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "code" -> code = text(json, value);
                case "type" -> type = text(json, value);
                default -> json.skipChildren();
            }
        }
        error = new UpstreamError(code, type);
    }

    static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    static int count(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || !json.getNumberType().equals(JsonParser.NumberType.INT)) {
            json.skipChildren();
            return -1;
        }
        return json.getIntValue();
    }
}
