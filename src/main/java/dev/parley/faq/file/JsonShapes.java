package dev.parley.faq.file;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Classifies objects and arrays of other systems' JSON: an entry, a list of questions with answers, or a container. */
final class JsonShapes {
    private static final Set<String> TITLES = Set.of("name", "title", "category", "label", "section", "topic",
            "heading");
    private static final Pattern ASKS = Pattern
            .compile("(?s).*(\\s|[?？؟]|[\\p{IsHan}\\p{IsHangul}\\p{IsKatakana}\\p{IsHiragana}]{3}).*");

    /** Cached results: a hostile file would trigger the same check again and again. */
    private final IdentityHashMap<JsonNode, Boolean> entries = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Boolean> holders = new IdentityHashMap<>();

    boolean holdsDirectly(JsonNode array) {
        return array.isArray() && !array.isEmpty() && (array.get(0).isArray() || isEntry(array.get(0)));
    }

    static boolean holdsLists(JsonNode value) {
        return value.isObject() && value.properties().stream().anyMatch(each -> each.getValue().isArray());
    }

    static Optional<String> title(JsonNode object) {
        return object.properties().stream().filter(each -> each.getValue().isTextual())
                .filter(each -> TITLES.contains(PlainName.core(PlainName.of(each.getKey()))))
                .map(each -> each.getValue().asText().strip()).filter(text -> !text.isEmpty()).findFirst();
    }

    /** True if the node has a question and an answer, or wraps such a node. */
    boolean isEntry(JsonNode node) {
        Boolean known = entries.get(node);
        if (known == null) {
            known = node.isObject() && (asksAndAnswers(node) || wrapped(node) != null);
            entries.put(node, known);
        }
        return known;
    }

    /** True if the object maps languages to versions of one entry. */
    boolean areTranslations(JsonNode node) {
        boolean any = false;
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            boolean entry = LocaleName.isTag(each.getKey()) && isEntry(each.getValue());
            if (!entry && (each.getValue().isContainerNode() || LocaleName.isTag(each.getKey()))) {
                return false;
            }
            any = any || entry;
        }
        return any;
    }

    static boolean asksAndAnswers(JsonNode object) {
        return (has(object, EntryField.QUESTION) || has(object, EntryField.TOPIC)) && has(object, EntryField.ANSWER);
    }

    static boolean has(JsonNode object, EntryField field) {
        return object.properties().stream().anyMatch(each -> EntryField.of(each.getKey())
                .filter(named -> named.field() == field).isPresent() && !JsonTexts.of(each.getValue()).isEmpty());
    }

    /** The key of a nested object with the attributes, in formats that separate them from the id. */
    @Nullable
    String wrapped(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        List<String> inner = node.properties().stream()
                .filter(each -> each.getValue().isObject() && !JsonTexts.isText(each.getValue())
                        && isEntry(each.getValue()))
                .map(Map.Entry::getKey).toList();
        boolean alone = inner.size() == 1 && node.properties().stream()
                .noneMatch(each -> each.getValue().isArray() && holdsEntries(each.getValue()));
        return alone ? inner.getFirst() : null;
    }

    static boolean isMap(JsonNode node) {
        return node.isObject() && !node.isEmpty() && node.properties().stream().allMatch(
                each -> each.getValue().isTextual() && ASKS.matcher(each.getKey().strip()).matches());
    }

    boolean holdsEntries(JsonNode node) {
        Boolean known = holders.get(node);
        if (known == null) {
            known = lookForEntries(node);
            holders.put(node, known);
        }
        return known;
    }

    private boolean lookForEntries(JsonNode node) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isArray()) {
            return node.get(0).size() >= 2 && node.get(0).get(0).isTextual();
        }
        for (JsonNode child : node) {
            if (child.isContainerNode() && (isEntry(child) || isMap(child) || holdsEntries(child))) {
                return true;
            }
        }
        return false;
    }
}
