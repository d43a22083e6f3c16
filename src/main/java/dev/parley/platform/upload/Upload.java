package dev.parley.platform.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A form. {@code file} is deleted when the response ends; {@code fileName} is never used as a path. */
public record Upload(@Nullable Path file, @Nullable String fileName, Map<String, List<String>> fields) {
    public @Nullable String field(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
