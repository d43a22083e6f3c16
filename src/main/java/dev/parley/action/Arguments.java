package dev.parley.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

public final class Arguments {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /** Placeholders that models write for unknown values. */
    private static final Pattern TEMPLATE = Pattern.compile("<[^<>]*>|\\$?\\{+[^{}]*}+|\\[[^\\[\\]]*]");
    private static final Set<String> NO_VALUE = Set.of("null", "undefined", "unknown", "n/a", "string", "?", "-",
            "...", "…");

    private Arguments() {}

    /** Canonical form: sorted fields, trimmed texts. Returns a non-object unchanged. */
    public static String canonical(String arguments) {
        try {
            return JSON.readTree(arguments) instanceof ObjectNode given
                    ? JSON.writeValueAsString(canonical(given))
                    : arguments;
        } catch (JsonProcessingException notJson) {
            // Refused before anything is asked or done.
            return arguments;
        }
    }

    private static JsonNode canonical(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                TreeMap<String, JsonNode> fields = new TreeMap<>();
                object.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
                yield new ObjectNode(JsonNodeFactory.instance, fields);
            }
            case ArrayNode array -> {
                ArrayNode values = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(each -> values.add(canonical(each)));
                yield values;
            }
            case TextNode text -> TextNode.valueOf(text.textValue().strip());
            default -> value;
        };
    }

    /** Required texts without a value, in words for the model. ArgumentSchemas with enumerated values are checked elsewhere. */
    static List<String> missing(JsonNode schema, JsonNode given) {
        List<String> missing = new ArrayList<>();
        for (JsonNode required : schema.path("required")) {
            String name = required.asText();
            JsonNode value = given.path(name);
            if (value.isTextual() && isNoValue(value.textValue().strip())
                    && !schema.path("properties").path(name).has("enum")) {
                missing.add("$." + name + ": has no value. Ask the visitor for it.");
            }
        }
        return missing;
    }

    private static boolean isNoValue(String text) {
        return text.isEmpty() || NO_VALUE.contains(text.toLowerCase(Locale.ROOT)) || TEMPLATE.matcher(text).matches();
    }
}
