package dev.parley.api;

import java.util.UUID;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Reads what an operation was given, or says what is wrong with it. */
final class Checked {
    private Checked() {}

    /** What cannot be an id names nothing; to say more would tell ids from other words. The JDK reads "1-1-1-1-1" too. */
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

    static <T> T body(@Nullable T request) {
        if (request == null) {
            throw ParleyException.invalid("bad_json", "The body must be a JSON object.");
        }
        return request;
    }
}
