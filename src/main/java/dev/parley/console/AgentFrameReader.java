package dev.parley.console;

import java.util.ArrayList;
import java.util.List;
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
class AgentFrameReader {
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    AgentFrame read(String text) {
        JsonNode frame = parse(text);
        String type = text(frame.get("type"), "type");
        return switch (type) {
            case "watch" -> new AgentFrame.Watch(conversation(frame), frame.has("since") ? number(frame, "since") : 0);
            case "unwatch" -> new AgentFrame.Unwatch(conversation(frame));
            case "send" -> new AgentFrame.Send(conversation(frame), id(frame.get("id"), "id"),
                    text(frame.get("text"), "text"), ids(frame.get("attachments"), "attachments"));
            case "note" -> new AgentFrame.Note(conversation(frame), id(frame.get("id"), "id"),
                    text(frame.get("text"), "text"), ids(frame.get("mentions"), "mentions"));
            case "claim" -> new AgentFrame.Claim(conversation(frame));
            case "typing" -> new AgentFrame.Typing(conversation(frame), flag(frame, "on"));
            case "read" -> new AgentFrame.Read(conversation(frame), number(frame, "seq"));
            case "presence" -> new AgentFrame.Presence(flag(frame, "away"));
            case "ping" -> new AgentFrame.Ping();
            default -> throw new RefusedFrameException("unknown_type", "No frame has this type. See console.md.");
        };
    }

    private JsonNode parse(String text) {
        try {
            JsonNode frame = json.readTree(text);
            if (frame != null && frame.isObject()) {
                return frame;
            }
        } catch (JsonProcessingException notJson) {
            // Jackson's message may quote the text, so that ours says it.
        }
        throw new RefusedFrameException("bad_frame", "A frame is one JSON object in one text message.");
    }

    private static UUID conversation(JsonNode frame) {
        return id(frame.get("conversation"), "conversation");
    }

    private static List<UUID> ids(@Nullable JsonNode value, String field) {
        List<UUID> ids = new ArrayList<>();
        if (value != null && !value.isNull()) {
            if (!value.isArray()) {
                throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be a list of ids.");
            }
            value.forEach(each -> ids.add(id(each, field)));
        }
        return ids;
    }

    private static String text(@Nullable JsonNode value, String field) {
        if (value == null || !value.isTextual()) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be a string.");
        }
        return value.textValue();
    }

    private static UUID id(@Nullable JsonNode value, String field) {
        String text = text(value, field);
        return Checked.uuid(text)
                .orElseThrow(() -> new RefusedFrameException("bad_id", "The field `" + field + "` must be a UUID."));
    }

    private static long number(JsonNode frame, String field) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be a whole number from 0.");
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode frame, String field) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isBoolean()) {
            throw new RefusedFrameException("bad_frame", "The field `" + field + "` must be true or false.");
        }
        return value.booleanValue();
    }
}
