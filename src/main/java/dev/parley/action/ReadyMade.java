package dev.parley.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Templates of common actions without an address: order status, returns label, stock. */
@ApplicationScoped
public class ReadyMade {
    private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {
    };

    private final ObjectMapper json;

    ReadyMade(ObjectMapper json) {
        this.json = json;
    }

    public List<JsonNode> all() {
        try (InputStream file = ReadyMade.class.getResourceAsStream("/action/ready-made.json")) {
            return json.readValue(Objects.requireNonNull(file), LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
