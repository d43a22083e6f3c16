package dev.parley.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The visitor's name in a conversation's attributes. Parsed here, since PostgreSQL refuses some valid JSON texts. */
final class VisitorName {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100;

    private VisitorName() {}

    static @Nullable String in(@Nullable String attributes) {
        if (attributes == null) {
            return null;
        }
        try {
            String name = JSON.readTree(attributes).path("name").asText("").strip();
            return name.isEmpty() ? null : whole(name);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** A split surrogate pair could not be written. */
    private static String whole(String name) {
        return name.codePoints().filter(each -> each < 0xD800 || each > 0xDFFF).limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
