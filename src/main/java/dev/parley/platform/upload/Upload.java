package dev.parley.platform.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form with a file that has been received.
 *
 * @param file where its content lies until the response is over; null where none was sent
 * @param fileName as its sender calls it, never a path of ours; null where none was sent
 * @param fields the other parts by their names
 */
public record Upload(@Nullable Path file, @Nullable String fileName, Map<String, List<String>> fields) {
    /** A field's text; null where it was not sent. */
    public @Nullable String field(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    /** All of a field that may be sent several times. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
