package dev.parley.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Reply} according to the protocol. */
final class ReplyBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "chatcmpl-scripted";
    private static final long CREATED = 1_700_000_000L;

    private final Reply reply;
    private final JsonNode request;
    private final List<Part> parts = new ArrayList<>();

    private ReplyBody(Reply reply, JsonNode request) {
        this.reply = reply;
        this.request = request;
    }

    static List<Part> of(Reply reply, JsonNode request) {
        ReplyBody body = new ReplyBody(reply, request);
        if (reply.body != null) {
            body.add(reply.body);
        } else if (reply.status != 200) {
            body.add(json(Map.of("error", reply.error == null ? Map.of() : reply.error)));
        } else if (body.streamed()) {
            body.stream();
        } else {
            body.plain();
        }
        return body.parts;
    }

    static String contentType(Reply reply, JsonNode request) {
        return reply.status == 200 && reply.body == null && new ReplyBody(reply, request).streamed()
                ? "text/event-stream; charset=utf-8"
                : "application/json";
    }

    private boolean streamed() {
        return !reply.plain && request.path("stream").asBoolean();
    }

    /** A fault after some deltas becomes a fault in the middle of the plain reply. */
    private void plain() {
        parts.add(new Part.Delay(reply.firstDelayMs + reply.delayMs * Math.max(0, reply.deltas.size() - 1)));
        String whole = json(
                reply.errorAfter >= 0 ? Map.of("error", reply.error == null ? Map.of() : reply.error) : whole());
        if (reply.stallAfter >= 0) {
            add(whole.substring(0, whole.length() / 2));
            parts.add(new Part.Stall());
        } else {
            add(whole);
        }
    }

    private void stream() {
        parts.add(new Part.Delay(reply.firstDelayMs));
        if (reply.byteOrderMark) {
            add("\ufeff");
        }
        if (reply.emptyChoicesFirst) {
            Map<String, @Nullable Object> filter = envelope(List.of());
            filter.put("prompt_filter_results", List.of(Map.of("prompt_index", 0)));
            event(filter);
        }
        Map<String, @Nullable Object> role = new LinkedHashMap<>();
        role.put("role", "assistant");
        role.put("content", reply.nullContent ? null : "");
        role.put("refusal", null);
        Map<String, @Nullable Object> opening = chunk(reply.accent.bare ? Map.of("content", "") : role, null);
        if (reply.padding > 0) {
            opening.put("obfuscation", "x".repeat(reply.padding));
        }
        event(opening);
        if (!deltas()) {
            return;
        }
        reply.accent.callDeltas(calls()).forEach(calls -> event(chunk(Map.of("tool_calls", calls), null)));
        if (reply.refusal != null) {
            event(chunk(Map.of("refusal", reply.refusal), null));
        }
        if (reply.finish != null) {
            event(chunk(Map.of(), reply.finish));
        }
        if (reply.accent.finish == Accent.Finish.TWICE) {
            event(chunk(Map.of("content", ""), "stop"));
        }
        if (counts() && reply.accent.counts == Accent.Counts.AT_THE_END) {
            usageChunk();
        }
        if (reply.emptyChoicesLast) {
            event(envelope(List.of()));
        }
        if (reply.done) {
            event("[DONE]");
        }
        if (counts() && reply.accent.counts == Accent.Counts.AFTER_DONE) {
            usageChunk();
        }
    }

    private boolean counts() {
        return reply.usage != null ? reply.usage : request.path("stream_options").path("include_usage").asBoolean();
    }

    private void usageChunk() {
        Map<String, @Nullable Object> usage = envelope(List.of());
        usage.put("usage", usage());
        event(usage);
    }

    private List<Map.Entry<String, String>> calls() {
        return reply.toolCall
                ? Stream.concat(Stream.of(Map.entry(reply.toolName, reply.toolArguments)),
                        reply.moreCalls.stream().map(call -> Map.entry(call.get(0), call.get(1)))).toList()
                : List.of();
    }

    private boolean deltas() {
        if (!reply.accent.thoughtsApart().isEmpty()) {
            event(chunk(reply.accent.thoughtsApart(), null));
        }
        for (String piece : reply.accent.thoughtsInText()) {
            event(chunk(Map.of("content", reply.accent.content(piece)), null));
        }
        for (int i = 0; i <= reply.deltas.size(); i++) {
            if (i == reply.stallAfter) {
                parts.add(new Part.Stall());
                return false;
            }
            if (i == reply.errorAfter) {
                event(json(Map.of("error", reply.error == null ? Map.of() : reply.error)));
                return false;
            }
            if (i < reply.deltas.size()) {
                if (i > 0) {
                    parts.add(new Part.Delay(reply.delayMs));
                }
                for (int c = 0; c < reply.comments; c++) {
                    add(": keep-alive" + reply.newline + reply.newline);
                }
                event(chunk(Map.of("content", reply.accent.content(reply.deltas.get(i))), null));
            }
        }
        return true;
    }

    private Map<String, @Nullable Object> whole() {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.putAll(reply.accent.thoughtsApart());
        message.put("content", reply.nullContent
                ? null
                : reply.accent.content(String.join("", reply.accent.thoughtsInText())
                        + String.join("", reply.deltas)));
        message.put("refusal", reply.refusal);
        if (reply.toolCall) {
            message.put("tool_calls", reply.accent.wholeCalls(calls(), false));
        }
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("message", message);
        choice.put("finish_reason", reply.finish);
        choice.put("logprobs", null);
        Map<String, @Nullable Object> whole = envelope(reply.emptyChoicesFirst ? List.of() : List.of(choice));
        whole.put("object", "chat.completion");
        whole.put("usage", usage());
        return whole;
    }

    private Map<String, @Nullable Object> chunk(Map<String, ? extends @Nullable Object> delta,
            @Nullable String finish) {
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("logprobs", null);
        choice.put("finish_reason", switch (reply.accent.finish) {
            case TEXT_NULL_UNTIL_THEN -> finish == null ? "null" : finish;
            case IN_EVERY_CHUNK -> finish == null ? "stop" : finish;
            case ONCE, TWICE -> finish;
        });
        if (counts() && finish != null && reply.accent.counts == Accent.Counts.IN_THE_CHOICE) {
            choice.put("usage", usage());
        }
        return envelope(List.of(choice));
    }

    private Map<String, @Nullable Object> envelope(List<?> choices) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        if (!reply.accent.bare) {
            envelope.put("id", ID);
            envelope.put("object", "chat.completion.chunk");
            envelope.put("created", reply.accent.numbersAsText ? Long.toString(CREATED) : CREATED);
        }
        envelope.put("model", reply.model != null ? reply.model : request.path("model").asText("scripted"));
        envelope.put("system_fingerprint", null);
        envelope.put("choices", choices);
        if (streamed() && request.path("stream_options").path("include_usage").asBoolean()) {
            envelope.put("usage", reply.accent.counts == Accent.Counts.IN_EVERY_CHUNK ? usage() : null);
        }
        return envelope;
    }

    /** Not real tokens, but deterministic: one per word. */
    private Map<String, Object> usage() {
        int prompt = 0;
        for (JsonNode message : request.path("messages")) {
            prompt += message.path("content").asText().split("\\s+").length + 4;
        }
        int completion = Math.max(1, reply.deltas.size());
        return reply.accent.usage(Map.of("prompt_tokens", prompt, "completion_tokens", completion, "total_tokens",
                prompt + completion));
    }

    private void event(Map<String, @Nullable Object> chunk) {
        event(json(chunk));
    }

    private void event(String data) {
        add("data: " + data + reply.newline + reply.newline);
    }

    private void add(String text) {
        parts.add(new Part.Text(text));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
