package dev.parley.faq.file;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Unwraps values: type wrappers, name/value lists in place of objects, representations, and JSON within a string. */
final class JsonDialects {
    private static final Set<String> NAMES = Set.of("key", "name", "field", "code", "label", "attribute_code");
    private static final int MAX_ABOUT_A_VALUE = 6;
    private static final int LONGEST = 200_000;
    private static final int DEEPEST_TEXT = 2;

    private JsonDialects() {}

    static JsonNode plain(JsonNode root) {
        return plain(root, DEEPEST_TEXT);
    }

    private static JsonNode plain(JsonNode node, int within) {
        if (node.isObject()) {
            return object(node, within);
        }
        if (!node.isArray()) {
            return node.isTextual() && within > 0 ? text(node, within - 1) : node;
        }
        if (areFields(node)) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.forEach(field -> object.set(name(field), plain(field.path("value"), within)));
            return object;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
        node.forEach(each -> array.add(plain(each, within)));
        return array;
    }

    private static JsonNode object(JsonNode node, int within) {
        String type = node.path("type").asText("");
        boolean typed = node.has(type) && (node.has("id") ? node.size() == 3 : node.size() == 2) && !type.equals("text")
                && !type.equals("type");
        if (typed) {
            JsonNode value = node.get(type);
            // A date or the start of a date range.
            return plain(type.equals("date") && value.isObject() ? value.path("start") : value, within);
        }
        JsonNode only = node.size() == 1 ? node.iterator().next() : node;
        if (only.path("representation").isTextual() && only.has("value")) {
            return plain(only.get("value"), within);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            object.set(each.getKey(), plain(each.getValue(), within));
        }
        return object;
    }

    /** Only the names of entry fields are unwrapped; other name/value lists stay. */
    private static boolean areFields(JsonNode array) {
        boolean entry = false;
        for (JsonNode field : array) {
            if (!field.isObject() || field.size() > MAX_ABOUT_A_VALUE || name(field).isEmpty()
                    || !field.has("value")) {
                return false;
            }
            entry = entry || EntryField.of(name(field)).filter(named -> named.field() == EntryField.ANSWER).isPresent();
        }
        return entry;
    }

    private static String name(JsonNode field) {
        return NAMES.stream().sorted().map(field::path).filter(JsonNode::isTextual).map(JsonNode::asText).findFirst()
                .orElse("");
    }

    /** Some columns hold an editor's document tree as JSON text. */
    private static JsonNode text(JsonNode node, int within) {
        String text = node.asText();
        boolean mayBe = (text.startsWith("{") || text.startsWith("[{")) && text.length() <= LONGEST
                && (text.contains("\"children\"") || text.contains("\"content\"") || text.contains("\"blocks\""));
        if (!mayBe) {
            return node;
        }
        try {
            JsonNode read = FaqFile.JSON.readTree(text);
            return JsonTexts.isText(read) ? plain(read, within) : node;
        } catch (JsonProcessingException plainText) {
            return node;
        }
    }
}
