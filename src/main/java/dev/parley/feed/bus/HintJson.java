package dev.parley.feed.bus;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Hints as JSON. Fields that a newer version added are left out. */
final class HintJson {
    private static final TypeReference<List<Hint>> HINTS = new TypeReference<>() {
    };
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Hint.class);
    private static final ObjectReader READER = JSON.readerFor(HINTS);

    private HintJson() {}

    static String write(Hint hint) {
        try {
            return WRITER.writeValueAsString(hint);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
    }

    /** Empty if another version wrote something that this one does not know. */
    static Optional<List<Hint>> read(String json) {
        try {
            return Optional.of(READER.readValue(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
