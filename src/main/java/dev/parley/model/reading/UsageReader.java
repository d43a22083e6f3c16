package dev.parley.model.reading;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

final class UsageReader {
    private int prompt = -1;
    private int completion = -1;
    private int total = -1;
    private int cached;
    private int reasoning;

    /** Null if incomplete, or if no input was counted. */
    static @Nullable Usage read(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        UsageReader reader = new UsageReader();
        reader.readFields(json);
        return reader.usage();
    }

    private void readFields(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            readField(json, name, json.nextToken());
        }
    }

    void readField(JsonParser json, String name, JsonToken value) throws IOException {
        switch (name) {
            case "prompt_tokens", "input_tokens", "promptTokenCount", "prompt_eval_count" ->
                prompt = ChunkReader.count(json, value);
            case "completion_tokens", "output_tokens", "candidatesTokenCount", "eval_count" ->
                completion = ChunkReader.count(json, value);
            case "total_tokens", "totalTokenCount" -> total = ChunkReader.count(json, value);
            case "thoughtsTokenCount" -> reasoning = Math.max(0, ChunkReader.count(json, value));
            case "prompt_cache_hit_tokens", "cached_tokens", "cachedContentTokenCount" ->
                cached = Math.max(cached, ChunkReader.count(json, value));
            case "prompt_tokens_details", "input_tokens_details" ->
                cached = Math.max(cached, detail(json, value, "cached_tokens"));
            case "completion_tokens_details", "output_tokens_details" ->
                reasoning = detail(json, value, "reasoning_tokens");
            default -> json.skipChildren();
        }
    }

    private static int detail(JsonParser json, JsonToken token, String wanted) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return 0;
        }
        int count = 0;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals(wanted)) {
                count = Math.max(0, ChunkReader.count(json, value));
            } else {
                json.skipChildren();
            }
        }
        return count;
    }

    @Nullable
    Usage usage() {
        int read = prompt >= 0 || total < 0 || completion < 0 ? prompt : Math.max(0, total - completion);
        int written = completion >= 0 || total < 0 || prompt < 0 ? completion : Math.max(0, total - prompt);
        if (read < 0 || written < 0 || read + (long) written == 0) {
            return null;
        }
        // Some exclude reasoning from the completion; only the total includes it.
        int all = total - read > written && total - read <= written + reasoning ? total - read : written;
        return new Usage(read, all, Math.min(Math.max(0, cached), read), reasoning);
    }
}
