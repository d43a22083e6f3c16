package dev.parley.model.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** Parses chunks and whole replies, and skips what it does not know. Without a tree: it runs once per token. */
final class ChunkReader {
    private @Nullable String model;
    private boolean whole;
    private final ChoiceReader choice = new ChoiceReader();
    private boolean choices;
    private @Nullable Usage usage;
    private final UsageReader counted = new UsageReader();
    private boolean done;
    private final ErrorSigns error = new ErrorSigns();

    private ChunkReader() {}

    static List<Chunk> all(byte[] bytes, int length) throws IOException {
        int from = begin(bytes, length);
        try {
            return chunks(bytes, from, length);
        } catch (IOException unread) {
            byte[] mended = ForgivingJson.mended(bytes, length);
            if (mended.length == length && Arrays.equals(mended, 0, length, bytes, 0, length)) {
                throw unread;
            }
            return chunks(mended, begin(mended, mended.length), mended.length);
        }
    }

    static Chunk read(byte[] bytes, int length) throws IOException {
        return all(bytes, length).getFirst();
    }

    /** Some proxies repeat the field's name. */
    private static int begin(byte[] bytes, int length) {
        int at = 0;
        while (at < length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        boolean named = length - at > 5 && new String(bytes, at, 5, StandardCharsets.US_ASCII)
                .equals("data:");
        return named ? at + 5 : at;
    }

    private static List<Chunk> chunks(byte[] bytes, int from, int length) throws IOException {
        List<Chunk> chunks = new ArrayList<>(1);
        try (JsonParser json = ForgivingJson.parser(bytes, from, length - from)) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_STRING && json.getText().startsWith("{")) {
                byte[] inner = json.getText().getBytes(StandardCharsets.UTF_8);
                return chunks(inner, 0, inner.length);
            }
            boolean list = token == JsonToken.START_ARRAY;
            token = list ? json.nextToken() : token;
            while (token == JsonToken.START_OBJECT) {
                ChunkReader reader = new ChunkReader();
                reader.readReply(json);
                chunks.add(reader.chunk(bytes, from, length));
                token = after(json, list);
            }
        }
        if (chunks.isEmpty()) {
            throw new IOException("Not a JSON object");
        }
        return chunks;
    }

    /** Skips what follows an object unless it is another one. */
    private static @Nullable JsonToken after(JsonParser json, boolean list) throws IOException {
        try {
            return json.nextToken();
        } catch (IOException garbage) {
            if (list) {
                throw garbage;
            }
            return null;
        }
    }

    private Chunk chunk(byte[] bytes, int from, int length) throws IOException {
        boolean empty = !choices && !choice.says() && usage == null;
        boolean failed = error.certain() || choice.failed() || (error.likely() && empty);
        String finish = choice.finishReason() == null && done ? "stop" : choice.finishReason();
        Usage all = Usage.later(choice.usage(), usage == null ? counted.usage() : usage);
        return new Chunk(model, choice.content(), choice.message(), choice.refusal(), finish, all,
                failed ? ErrorBody.read(Arrays.copyOfRange(bytes, from, length), length - from) : null,
                choice.calls(), choice.thoughts(), whole);
    }

    private void readReply(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "model", "modelVersion" -> model = text(json, value);
                case "object" -> object(text(json, value));
                case "choices", "candidates" -> {
                    choices = true;
                    readChoices(json, value);
                }
                case "usage", "usageMetadata" -> usage = Usage.later(usage, UsageReader.read(json, value));
                // Ollama's format has the fields of choice and usage at the top level.
                case "prompt_eval_count", "eval_count" -> counted.readField(json, name, value);
                case "done" -> {
                    done = value == JsonToken.VALUE_TRUE;
                    json.skipChildren();
                }
                case "message" -> {
                    if (value == JsonToken.START_OBJECT) {
                        choice.readField(json, "delta", value);
                    } else {
                        error.read(json, name, value);
                    }
                }
                case "delta", "response", "content", "done_reason", "finish_reason", "stop_reason" ->
                    choice.readField(json, name, value);
                default -> error.read(json, name, value);
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("The object is not closed");
        }
    }

    private void object(@Nullable String type) {
        whole = "chat.completion".equals(type);
        if ("error".equals(type)) {
            error.isCertain();
        }
    }

    /** First choice only: we ask for one. */
    private void readChoices(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            choice.read(json);
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
                choice.read(json);
            } else {
                json.skipChildren();
            }
            first = false;
        }
    }

    static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** A whole number, also as text or with a fraction; negative if it is none. */
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
