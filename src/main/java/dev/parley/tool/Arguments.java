package dev.parley.tool;

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

/** Arguments of an action as models write them. */
public final class Arguments {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /** What a model writes for a value that nobody has told it. */
    private static final Pattern TEMPLATE = Pattern.compile("<[^<>]*>|\\$?\\{+[^{}]*}+|\\[[^\\[\\]]*]");
    private static final Set<String> NO_VALUE = Set.of("null", "undefined", "unknown", "n/a", "string", "?", "-",
            "...", "…");

    private Arguments() {}

    /** One spelling for the same arguments: fields in alphabetical order, texts without white space around them. What is no object stays as it is. */
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

    /** Required texts that have no value, in words for the model. A schema that lists the values has its own say. */
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
