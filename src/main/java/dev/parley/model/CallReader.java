package dev.parley.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads `tool_calls`, of a chunk or of a whole reply, as forgivingly as {@link ChunkReader} reads the rest. */
final class CallReader {
    private int index = -1;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String arguments;

    private CallReader() {}

    static List<CallPieces.Piece> read(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<CallPieces.Piece> pieces = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("The calls are not closed");
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                CallReader reader = new CallReader();
                reader.readCall(json);
                pieces.add(new CallPieces.Piece(reader.index < 0 ? pieces.size() : reader.index, reader.id, reader.name,
                        reader.arguments));
            } else {
                json.skipChildren();
            }
        }
        return pieces;
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
                case "arguments" -> arguments = ChunkReader.text(json, value);
                default -> json.skipChildren();
            }
        }
    }
}
