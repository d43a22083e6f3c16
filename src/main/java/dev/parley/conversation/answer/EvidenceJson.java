package dev.parley.conversation.answer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

@ApplicationScoped
class EvidenceJson {
    private final ObjectMapper json;

    EvidenceJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Evidence evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Evidence read(String stored) {
        try {
            return json.readValue(stored, Evidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence is not readable", e);
        }
    }
}
