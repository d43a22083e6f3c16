package dev.parley.model.reading;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads the content of a message: text, or a list of parts, some of which may be reasoning. */
final class ContentReader {
    private final StringBuilder said = new StringBuilder();
    private boolean any;
    private boolean thoughts;

    @Nullable
    String read(JsonParser json, JsonToken value) throws IOException {
        switch (value) {
            case START_ARRAY -> readParts(json);
            case START_OBJECT -> readPart(json);
            default -> take(ChunkReader.text(json, value));
        }
        return any ? said.toString() : null;
    }

    boolean thoughts() {
        return thoughts;
    }

    private void take(@Nullable String text) {
        if (text != null) {
            any = true;
            said.append(text);
        }
    }

    private void readParts(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("The parts are not closed");
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                readPart(json);
            } else {
                take(ChunkReader.text(json, json.currentToken()));
            }
        }
    }

    /** The type may follow the text. Parts other than text are not shown. */
    private void readPart(JsonParser json) throws IOException {
        String type = "text";
        String text = null;
        boolean thought = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> type = String.valueOf(ChunkReader.text(json, value));
                case "text", "content" -> text = value == JsonToken.START_OBJECT
                        ? inner(json)
                        : ChunkReader.text(json, value);
                // Gemini's content is an object with parts.
                case "parts" -> {
                    if (value == JsonToken.START_ARRAY) {
                        readParts(json);
                    } else {
                        json.skipChildren();
                    }
                }
                case "thought" -> {
                    thought = value == JsonToken.VALUE_TRUE;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        boolean spoken = !thought && (type.equals("text") || type.equals("output_text") || type.equals("null"));
        thoughts |= !spoken;
        take(spoken ? text : null);
    }

    /** As in {@code "text": {"value": …}}. */
    private static @Nullable String inner(JsonParser json) throws IOException {
        String text = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("value") || name.equals("text")) {
                text = ChunkReader.text(json, value);
            } else {
                json.skipChildren();
            }
        }
        return text;
    }
}
