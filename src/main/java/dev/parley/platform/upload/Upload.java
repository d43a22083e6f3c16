package dev.parley.platform.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A received form.
 *
 * @param file deleted when the response ends; null if none was sent
 * @param fileName as the sender gives it, never used as a path; null if none was sent
 * @param fields the other parts by name
 */
public record Upload(@Nullable Path file, @Nullable String fileName, Map<String, List<String>> fields) {
    /** Null if not sent. */
    public @Nullable String field(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    /** All values of a repeated field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
