package dev.parley.platform;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

public final class Checked {
    private Checked() {}

    /** Strict: the JDK also reads "1-1-1-1-1", but an id must round-trip. */
    public static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Anything that is no id is `not_found`; another error would tell ids from other words. */
    public static UUID pathId(String text, String what) {
        return uuid(text).orElseThrow(() -> ParleyException.notFound(what));
    }

    public static UUID id(@Nullable String text, String field) {
        return uuid(required(text, field)).orElseThrow(
                () -> ParleyException.field(field, "bad_id", "must be a UUID."));
    }

    /** The position in a list ordered by id; null for the first page. */
    public static @Nullable UUID cursor(@Nullable String text) {
        return text == null
                ? null
                : uuid(text).orElseThrow(() -> ParleyException.invalid("bad_cursor",
                        "The parameter `cursor` is the `next_cursor` of the page before."));
    }

    /** Refuses null and blank. */
    public static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw ParleyException.field(field, "field_missing",
                    "must be a string that is not empty.");
        }
        return text;
    }

    /** Refuses NUL, which PostgreSQL cannot store. */
    public static String text(@Nullable String text, String field, int longest) {
        String clean = required(text, field).replace("\u0000", "");
        if (clean.isBlank() || clean.codePointCount(0, clean.length()) > longest) {
            throw ParleyException.field(field, "bad_" + field,
                    "has 1 to " + longest + " characters.");
        }
        return clean;
    }
}
