package dev.parley.action;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Splits a result into what the model may read, without amounts, and the visitor's card. */
final class ResultMapping {
    private static final int LONGEST_TEXT = 500;

    private ResultMapping() {}

    static ObjectNode told(ActionSettings settings, JsonNode result) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("done", true);
        picked(settings.tell(), result).properties()
                .forEach(field -> told.set(field.getKey(), withoutSums(field.getValue())));
        return told;
    }

    static @Nullable ObjectNode card(ActionSettings settings, JsonNode result) {
        ActionSettings.Card card = settings.card();
        if (card == null) {
            return null;
        }
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", card.type());
        shown.setAll(picked(card.fields(), result));
        return shown;
    }

    private static ObjectNode picked(Map<String, String> fields, JsonNode result) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, pointer) -> {
            JsonNode value = result.at(pointer);
            if (!value.isMissingNode() && !value.isNull()) {
                picked.set(name, value);
            }
        });
        return picked;
    }

    /** Treats numbers with a fraction, and texts with a currency, as amounts. */
    private static JsonNode withoutSums(JsonNode value) {
        if (value.isTextual()) {
            String text = value.asText();
            return new TextNode(Amounts.hidden(text.substring(0, Math.min(LONGEST_TEXT, text.length())), ""));
        }
        if (value.isArray()) {
            var kept = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> kept.add(withoutSums(each)));
            return kept;
        }
        if (value.isObject()) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> kept.set(field.getKey(), withoutSums(field.getValue())));
            return kept;
        }
        return value.isFloatingPointNumber() ? new TextNode("(…)") : value;
    }
}
