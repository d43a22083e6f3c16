package dev.parley.testsupport;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call as the scripted model saw it.
 *
 * @param headers with lower-case names
 * @param connection counts the connections that carried calls, from 1
 */
public record Received(int number, String method, String path, Map<String, String> headers, JsonNode body,
        int connection) {
    public String model() {
        return body.path("model").asText();
    }
}
