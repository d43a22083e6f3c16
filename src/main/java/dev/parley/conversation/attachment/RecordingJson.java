package dev.parley.conversation.attachment;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** JSON of a recording in its message; the transcript has a searchable column of its own. */
@ApplicationScoped
public class RecordingJson {
    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {
    };

    private final ObjectMapper json;
    private final Clock clock;

    RecordingJson(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stored(UUID id, double seconds, @Nullable String language, @Nullable String peaks,
            @Nullable Instant until) {}

    public String write(Recording.Sent sent) {
        return write(new Stored(sent.id(), sent.seconds(), sent.language(), sent.peaks(), sent.until()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    public Recording read(@Nullable String stored, @Nullable String heard) {
        if (stored == null) {
            return null;
        }
        try {
            Stored row = json.readValue(stored, Stored.class);
            return new Recording.Sent(row.id(), row.seconds(), heard, row.language(), row.peaks(), row.until())
                    .shownAt(clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> readTranslations(@Nullable String stored) {
        try {
            Map<String, String> all = stored == null ? Map.of() : json.readValue(stored, BY_LANGUAGE);
            // An empty one is in progress.
            return all.isEmpty()
                    ? all
                    : all.entrySet().stream().filter(each -> !each.getValue().isEmpty())
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
