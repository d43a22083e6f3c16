package dev.parley.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.Checked;
import org.jspecify.annotations.Nullable;

/** Typed access to a frame's fields; refusals name the field. */
public final class FrameFields {
    private final JsonNode frame;
    private final @Nullable String frameId;

    FrameFields(JsonNode frame, @Nullable String frameId) {
        this.frame = frame;
        this.frameId = frameId;
    }

    /** Refusals will carry this client id. */
    public FrameFields of(UUID id) {
        return new FrameFields(frame, id.toString());
    }

    public String text(String field) {
        return text(frame.get(field), field);
    }

    /** Null if missing or null. */
    public @Nullable String optionalText(String field) {
        return frame.hasNonNull(field) ? text(field) : null;
    }

    public UUID id(String field) {
        return id(frame.get(field), field);
    }

    /** Null if missing or null. */
    public @Nullable UUID optionalId(String field) {
        return frame.hasNonNull(field) ? id(field) : null;
    }

    /** Empty if missing or null. */
    public List<UUID> ids(String field) {
        List<UUID> ids = new ArrayList<>();
        JsonNode value = frame.get(field);
        if (value != null && !value.isNull()) {
            if (!value.isArray()) {
                throw refused("bad_frame", "The field `" + field + "` must be a list of ids.");
            }
            value.forEach(each -> ids.add(id(each, field)));
        }
        return ids;
    }

    public long number(String field) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw refused("bad_frame", "The field `" + field + "` must be a whole number from 0.");
        }
        return value.longValue();
    }

    /** Zero if missing; null is refused. */
    public long numberOrZero(String field) {
        return frame.has(field) ? number(field) : 0;
    }

    public boolean flag(String field) {
        JsonNode value = frame.get(field);
        if (value == null || !value.isBoolean()) {
            throw refused("bad_frame", "The field `" + field + "` must be true or false.");
        }
        return value.booleanValue();
    }

    /** For a value of the right type that is not known. */
    public RefusedFrameException refused(String code, String detail) {
        return new RefusedFrameException(code, detail, frameId);
    }

    private String text(@Nullable JsonNode value, String field) {
        if (value == null || !value.isTextual()) {
            throw refused("bad_frame", "The field `" + field + "` must be a string.");
        }
        return value.textValue();
    }

    private UUID id(@Nullable JsonNode value, String field) {
        return Checked.uuid(text(value, field))
                .orElseThrow(() -> refused("bad_id", "The field `" + field + "` must be a UUID."));
    }
}
