package dev.parley.conversation.attachment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

@ApplicationScoped
public class AttachmentsJson {
    private static final TypeReference<List<Attachment>> LIST = new TypeReference<>() {
    };

    private final ObjectMapper json;

    AttachmentsJson(ObjectMapper json) {
        this.json = json;
    }

    public List<Attachment> read(String stored) {
        try {
            return stored.equals("[]") ? List.of() : json.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
