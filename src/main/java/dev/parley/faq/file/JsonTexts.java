package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the texts of a JSON value: strings, objects with a text among other fields, and editors' document trees. */
final class JsonTexts {
    private static final List<String> TEXTS = List.of("html", "rendered", "markdown", "text", "plain_text", "value",
            "raw", "name", "title", "label", "body", "answer", "question", "content", "slug", "code", "key", "id");
    private static final Set<String> PARTS = Set.of("content", "children", "blocks", "root", "document", "nodes",
            "rich_text", "paragraph", "data");
    private static final Set<String> INLINE = Set.of("text", "link", "hyperlink", "mention", "emoji");

    private JsonTexts() {}

    static List<String> of(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() || value.asText().isBlank() ? List.of() : List.of(value.asText());
        }
        if (value.isObject()) {
            return ofObject(value);
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.addAll(of(each)));
        return isPart(value) ? List.of(flat(value)).stream().filter(text -> !text.isBlank()).toList() : texts;
    }

    private static List<String> ofObject(JsonNode value) {
        if (isTree(value)) {
            String text = flat(value);
            return text.isBlank() ? List.of() : List.of(text);
        }
        Optional<Map<String, JsonNode>> languages = inLanguages(value);
        if (languages.isPresent()) {
            return languages.get().values().stream().flatMap(text -> of(text).stream()).toList();
        }
        for (String key : TEXTS) {
            JsonNode text = value.path(key);
            if (text.isValueNode() && !text.isNull() && !text.isMissingNode() && !text.asText().isBlank()) {
                return List.of(text.asText());
            }
        }
        return List.of();
    }

    /** True if the object is a text with metadata rather than an entry. */
    static boolean isText(JsonNode object) {
        return isTree(object) || inLanguages(object).isPresent();
    }

    /** Texts by locale, if the keys are languages. */
    static Optional<Map<String, JsonNode>> inLanguages(JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return Optional.empty();
        }
        Map<String, JsonNode> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            if (!LocaleName.isTag(each.getKey())) {
                return Optional.empty();
            }
            texts.put(each.getKey(), each.getValue());
        }
        // A single key `id` is an identifier, not Indonesian.
        return texts.size() == 1 && texts.containsKey("id") ? Optional.empty() : Optional.of(texts);
    }

    /** True for an editor's tree of blocks and marked words. */
    private static boolean isTree(JsonNode value) {
        return value.isObject() && PARTS.stream().map(value::path).anyMatch(JsonTexts::isPart);
    }

    private static boolean isPart(JsonNode part) {
        if (part.isObject()) {
            return isTree(part);
        }
        return part.isArray() && !part.isEmpty() && part.get(0).isObject()
                && (part.get(0).path("text").isTextual() || part.get(0).path("plain_text").isTextual()
                        || part.get(0).path("nodeType").isTextual() || isLeaf(part.get(0)) || isTree(part.get(0)));
    }

    private static boolean isLeaf(JsonNode node) {
        return node.path("type").asText().equals("text") && node.path("value").isTextual();
    }

    private static String flat(JsonNode tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isArray()) {
            node.forEach(each -> write(each, out));
            return;
        }
        String type = node.path("type").asText(node.path("nodeType").asText(""));
        if (type.toLowerCase(Locale.ROOT).contains("item")) {
            out.append("- ");
        }
        int before = out.length();
        for (String leaf : List.of("plain_text", "text")) {
            if (node.path(leaf).isTextual()) {
                out.append(node.path(leaf).asText());
                break;
            }
        }
        if (out.length() == before && node.path("value").isTextual()) {
            out.append(node.path("value").asText());
        }
        PARTS.stream().sorted().map(node::path).filter(JsonNode::isContainerNode).forEach(part -> write(part, out));
        if (type.equals("hardBreak") || type.equals("hard_break")) {
            out.append('\n');
        } else if (!type.isEmpty() && !INLINE.contains(type) && out.length() > before) {
            out.append(type.toLowerCase(Locale.ROOT).contains("item") || out.charAt(out.length() - 1) == '\n'
                    ? "\n"
                    : "\n\n");
        }
    }
}
