package dev.parley.testsupport;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Parameters that a scripted server refuses in every request, with the replies. */
final class Refusals {
    private final Map<String, Reply> refused = new HashMap<>();

    /**
     * @param parameter a field of the request, or {@code system} for that role, {@code turns} for two neighbours of one
     * role, or {@code json_schema} for that kind of {@code response_format}
     */
    void add(String parameter, Reply saying) {
        refused.put(parameter, saying);
    }

    void clear() {
        refused.clear();
    }

    /** Null if it accepts the request. */
    @Nullable
    Reply to(JsonNode request) {
        for (Map.Entry<String, Reply> each : refused.entrySet()) {
            boolean has = switch (each.getKey()) {
                case "system" -> hasSystem(request);
                case "turns" -> hasNeighbours(request);
                case "json_schema" ->
                    request.at("/response_format/type").asText().equals("json_schema");
                case "stream" -> request.path("stream").asBoolean();
                default -> request.has(each.getKey());
            };
            if (has) {
                return each.getValue();
            }
        }
        return null;
    }

    private static boolean hasSystem(JsonNode request) {
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("system")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNeighbours(JsonNode request) {
        String before = "";
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asText();
            if (role.equals(before)) {
                return true;
            }
            before = role;
        }
        return false;
    }
}
