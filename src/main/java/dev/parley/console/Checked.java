package dev.parley.console;

import java.util.UUID;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Reads parameters and fields, or says what is wrong with them. */
final class Checked {
    private Checked() {}

    /** What cannot be an id names nothing; to say more would tell ids from other words. */
    static UUID pathId(String text, String what) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // Absent, below.
        }
        throw ParleyException.notFound(what);
    }

    static UUID id(@Nullable String text, String field) {
        try {
            return UUID.fromString(required(text, field));
        } catch (IllegalArgumentException notAnId) {
            throw ParleyException.invalid("bad_id", "The field `" + field + "` must be a UUID.");
        }
    }

    static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw ParleyException.invalid("field_missing",
                    "The field `" + field + "` must be a string that is not empty.");
        }
        return text;
    }

    static <T> T body(@Nullable T request) {
        if (request == null) {
            throw ParleyException.invalid("bad_json", "The body must be a JSON object.");
        }
        return request;
    }

    /** Without the one character that PostgreSQL cannot store. */
    static String text(@Nullable String text, String field, int longest) {
        String clean = required(text, field).replace("\u0000", "");
        if (clean.isBlank() || clean.codePointCount(0, clean.length()) > longest) {
            throw ParleyException.invalid("bad_" + field,
                    "The field `" + field + "` has 1 to " + longest + " characters.");
        }
        return clean;
    }

    static int limit(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        throw ParleyException.invalid("bad_limit", "The parameter `limit` is a whole number from 1 to " + most + ".");
    }
}
