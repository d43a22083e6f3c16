package dev.parley.widget;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.platform.Checked;
import org.jspecify.annotations.Nullable;

/** Reads one frame, or says exactly what is wrong with it. */
@ApplicationScoped
class VisitorFrameReader {
    private static final int LONGEST_COMMENT = 2_000;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    VisitorFrame read(String text) {
        JsonNode frame = parse(text);
        String type = requiredText(frame, "type", null);
        return switch (type) {
            case "hello" -> new VisitorFrame.Hello(requiredText(frame, "token", null), number(frame, "since", 0L));
            case "send" -> send(frame);
            case "stop" -> new VisitorFrame.Stop(id(frame, "answer"));
            case "typing" -> new VisitorFrame.Typing(flag(frame, "on"));
            case "seen" -> new VisitorFrame.Seen(number(frame, "seq", null));
            case "handoff" -> new VisitorFrame.Handoff(optionalText(frame, "reason"));
            case "rate" -> rate(frame);
            case "close" -> new VisitorFrame.Close();
            case "ping" -> new VisitorFrame.Ping();
            default -> throw new RefusedFrameException("unknown_type",
                    "There is no frame of this type. The types are hello, send, stop, typing, seen, handoff, rate, close and ping.",
                    null);
        };
    }

    private JsonNode parse(String text) {
        try {
            JsonNode frame = json.readTree(text);
            if (frame != null && frame.isObject()) {
                return frame;
            }
        } catch (JsonProcessingException notJson) {
            // Jackson's message may quote the visitor's text, so that ours says it.
        }
        throw new RefusedFrameException("bad_frame", "A frame is one JSON object in one text message.", null);
    }

    private VisitorFrame send(JsonNode frame) {
        UUID id = id(frame, "id");
        return new VisitorFrame.Send(id, requiredText(frame, "text", id.toString()), optionalText(frame, "page"),
                frame.hasNonNull("recording") ? id(frame, "recording") : null);
    }

    private VisitorFrame rate(JsonNode frame) {
        String value = requiredText(frame, "value", null);
        if (!value.equals("up") && !value.equals("down")) {
            throw new RefusedFrameException("bad_frame", "The field `value` of a rating is `up` or `down`.", null);
        }
        String comment = optionalText(frame, "comment");
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new RefusedFrameException("bad_frame", "The field `comment` has at most 2,000 characters.", null);
        }
        return new VisitorFrame.Rate(number(frame, "seq", null), value.equals("up"),
                comment == null ? null : comment.replace("\u0000", ""));
    }

    private static String requiredText(JsonNode frame, String field, @Nullable String id) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isTextual()) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be a string.", id);
        }
        return value.textValue();
    }

    private static @Nullable String optionalText(JsonNode frame, String field) {
        JsonNode value = frame.get(field);
        return value == null || value.isNull() ? null : requiredText(frame, field, null);
    }

    private static UUID id(JsonNode frame, String field) {
        String text = requiredText(frame, field, null);
        return Checked.uuid(text).orElseThrow(
                () -> new RefusedFrameException("bad_id", "The field `" + field + "` must be a UUID.", null));
    }

    private static long number(JsonNode frame, String field, @Nullable Long otherwise) {
        JsonNode value = frame.get(field);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be a whole number from 0.",
                    null);
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode frame, String field) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isBoolean()) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be true or false.", null);
        }
        return value.booleanValue();
    }
}
