package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

/** src/docs/asyncapi.yaml describes the frames of the protocol pages, which other tests compare with the code. */
class AsyncApiTest {
    private static final Map<String, String> PAGES = Map.of("visitor", "src/docs/protocol.md", "agent",
            "src/docs/console.md");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyFrame_isDescribedAsThePagesShowIt() throws IOException {
        JsonNode messages = new YAMLMapper().readTree(Path.of("src/docs/asyncapi.yaml").toFile())
                .path("components").path("messages");
        TreeSet<String> described = new TreeSet<>();
        messages.fieldNames().forEachRemaining(described::add);
        TreeSet<String> shown = new TreeSet<>();
        List<String> wrong = new ArrayList<>();

        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            for (String side : List.of("client", "server")) {
                for (JsonNode frame : frames(page.getValue(), side)) {
                    String name = page.getKey() + "." + side + "." + frame.path("type").asText();
                    shown.add(name);
                    compare(name, messages.path(name).path("payload"), frame, wrong);
                }
            }
        }

        assertThat(described).isEqualTo(shown);
        assertThat(wrong).isEmpty();
    }

    private List<JsonNode> frames(String page, String side) throws IOException {
        String text = Files.readString(Path.of(page));
        String fence = "```json " + side + "\n";
        int from = text.indexOf(fence) + fence.length();
        List<JsonNode> frames = new ArrayList<>();
        for (String line : text.substring(from, text.indexOf("\n```", from)).lines().toList()) {
            frames.add(json.readTree(line));
        }
        return frames;
    }

    private static void compare(String where, JsonNode schema, JsonNode value, List<String> wrong) {
        if (schema.has("const")) {
            if (!schema.path("const").equals(value)) {
                wrong.add(where + " is " + value);
            }
            return;
        }
        if (!schema.path("type").asText().equals(type(value))) {
            wrong.add(where + " is described as " + schema.path("type") + " and shown as " + type(value));
        }
        schema.path("required").forEach(field -> {
            if (!value.has(field.asText())) {
                wrong.add(where + " lacks " + field.asText());
            }
        });
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                wrong.add(where + " has a field that is not described: " + field.getKey());
            } else {
                compare(where + "." + field.getKey(), known, field.getValue(), wrong);
            }
        });
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> compare(where + "[]", schema.path("items"), item, wrong));
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            case NULL, BINARY, MISSING, POJO -> value.getNodeType().toString();
        };
    }
}
