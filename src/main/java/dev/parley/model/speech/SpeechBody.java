package dev.parley.model.speech;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import dev.parley.model.Lane;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

record SpeechBody(String boundary, Buffer before, Buffer behind) {
    static SpeechBody of(SpeechRequest request, Lane lane, boolean translate, boolean times) {
        String boundary = "parley-" + UUID.randomUUID();
        Buffer before = Buffer.buffer();
        field(before, boundary, "model", lane.model());
        field(before, boundary, "response_format", times ? "verbose_json" : "json");
        field(before, boundary, "language", translate ? null : request.language());
        field(before, boundary, "prompt", request.prompt());
        field(before, boundary, "temperature", request.temperature() == null ? null : request.temperature().toString());
        if (times && request.words() && !translate) {
            field(before, boundary, "timestamp_granularities[]", "word");
            field(before, boundary, "timestamp_granularities[]", "segment");
        }
        before.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + request.fileName() + "\"\r\nContent-Type: " + request.contentType() + "\r\n\r\n");
        return new SpeechBody(boundary, before, Buffer.buffer("\r\n--" + boundary + "--\r\n"));
    }

    private static void field(Buffer form, String boundary, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            form.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                    .appendBytes(value.getBytes(StandardCharsets.UTF_8)).appendString("\r\n");
        }
    }

    long length(long file) {
        return before.length() + file + behind.length();
    }
}
