package dev.parley.model.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads `tool_calls` of a chunk or a whole reply, leniently like {@link ChunkReader}. */
final class CallReader {
    private static final JsonFactory JSON = new JsonFactory();

    private int index = -1;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String arguments;

    private CallReader() {}

    static List<CallPieces.Piece> read(JsonParser json, JsonToken token) throws IOException {
        List<CallPieces.Piece> pieces = new ArrayList<>();
        if (token == JsonToken.START_OBJECT) {
            pieces.add(call(json));
            return pieces;
        }
        if (token != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("The calls are not closed");
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                pieces.add(call(json));
            } else {
                json.skipChildren();
            }
        }
        return pieces;
    }

    /** The `function_call` of older servers. */
    static List<CallPieces.Piece> readOld(JsonParser json, JsonToken token) throws IOException {
        CallReader reader = new CallReader();
        reader.readFunction(json, token);
        return reader.name == null && reader.arguments == null
                ? List.of()
                : List.of(new CallPieces.Piece(0, null, reader.name, reader.arguments));
    }

    private static CallPieces.Piece call(JsonParser json) throws IOException {
        CallReader reader = new CallReader();
        reader.readCall(json);
        return new CallPieces.Piece(reader.index, reader.id, reader.name, reader.arguments);
    }

    private void readCall(JsonParser json) throws IOException {
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "index" -> index = ChunkReader.count(json, value);
                case "id" -> id = ChunkReader.text(json, value);
                case "function" -> readFunction(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private void readFunction(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "name" -> name = ChunkReader.text(json, value);
                case "arguments" -> arguments = arguments(json, value);
                default -> json.skipChildren();
            }
        }
    }

    /** A JSON text; some servers send the JSON itself. */
    private static @Nullable String arguments(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            return ChunkReader.text(json, value);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
