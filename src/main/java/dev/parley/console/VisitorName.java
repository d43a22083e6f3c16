package dev.parley.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The name among the attributes that a shop gives a conversation. Read here: PostgreSQL refuses texts that JSON may hold. */
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

    /** Half a character would be refused by whatever writes it out. */
    private static String whole(String name) {
        return name.codePoints().filter(each -> each < 0xD800 || each > 0xDFFF).limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
