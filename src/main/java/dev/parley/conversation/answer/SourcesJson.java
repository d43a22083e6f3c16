package dev.parley.conversation.answer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

@ApplicationScoped
public class SourcesJson {
    private static final TypeReference<List<Source>> LIST = new TypeReference<>() {
    };

    private final ObjectMapper json;

    SourcesJson(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Source> sources) {
        try {
            return sources.isEmpty() ? "[]" : json.writeValueAsString(sources);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Source> read(String stored) {
        try {
            return stored.equals("[]") ? List.of() : json.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
