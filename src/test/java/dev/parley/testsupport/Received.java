package dev.parley.testsupport;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call to the scripted model.
 *
 * @param headers with lower-case names
 * @param connection number of the connection, from 1
 */
public record Received(int number, String method, String path, Map<String, String> headers, JsonNode body,
        int connection) {
    public String model() {
        return body.path("model").asText();
    }
}
