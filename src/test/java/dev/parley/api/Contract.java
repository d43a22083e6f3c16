package dev.parley.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares two OpenAI descriptions and lists what the new one breaks. */
final class Contract {
    private final JsonNode before;
    private final JsonNode now;
    private final List<String> broken = new ArrayList<>();

    private Contract(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    static List<String> broken(JsonNode before, JsonNode now) {
        Contract contract = new Contract(before, now);
        before.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> contract
                .operation(method.getKey() + " " + path.getKey(), method.getValue(),
                        now.path("paths").path(path.getKey()).path(method.getKey()))));
        return contract.broken;
    }

    private void operation(String name, JsonNode old, JsonNode fresh) {
        if (fresh.isMissingNode()) {
            broken.add(name + " is gone");
            return;
        }
        parameters(name, old.path("parameters"), fresh.path("parameters"));
        old.path("requestBody").path("content").properties().forEach(type -> content(name + " body", type.getKey(),
                type.getValue(), fresh.path("requestBody").path("content").path(type.getKey()), true));
        old.path("responses").properties().forEach(answer -> {
            JsonNode same = fresh.path("responses").path(answer.getKey());
            if (same.isMissingNode()) {
                broken.add(name + " no longer answers " + answer.getKey());
            }
            answer.getValue().path("content").properties().forEach(type -> content(name + " " + answer.getKey(),
                    type.getKey(), type.getValue(), same.path("content").path(type.getKey()), false));
        });
    }

    private void parameters(String name, JsonNode old, JsonNode fresh) {
        old.forEach(parameter -> {
            if (named(fresh, parameter).isMissingNode()) {
                broken.add(name + " no longer takes " + parameter.path("name").asText());
            }
        });
        fresh.forEach(parameter -> {
            boolean was = named(old, parameter).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !was) {
                broken.add(name + " now needs " + parameter.path("name").asText());
            }
        });
    }

    private static JsonNode named(JsonNode parameters, JsonNode wanted) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").equals(wanted.path("name")) && parameter.path("in").equals(wanted.path("in"))) {
                return parameter;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void content(String where, String type, JsonNode old, JsonNode fresh, boolean asked) {
        if (fresh.isMissingNode()) {
            broken.add(where + " is no longer " + type);
            return;
        }
        schema(where, old.path("schema"), fresh.path("schema"), asked, new HashSet<>());
    }

    /**
     * @param asked true for a request schema, which must not demand more; false for a response schema, which must not
     * lose fields
     */
    private void schema(String where, JsonNode oldRef, JsonNode freshRef, boolean asked, Set<String> seen) {
        if (oldRef.has("$ref") && !seen.add(oldRef.path("$ref").asText())) {
            return;
        }
        JsonNode old = resolved(before, oldRef);
        JsonNode fresh = resolved(now, freshRef);
        boolean kept = asked ? types(fresh).containsAll(types(old)) : types(old).containsAll(types(fresh));
        if (old.has("type") && !kept) {
            broken.add(where + " was " + old.path("type") + " and is " + fresh.path("type"));
        }
        old.path("enum").forEach(value -> {
            if (asked && fresh.has("enum") && !contains(fresh.path("enum"), value)) {
                broken.add(where + " no longer takes " + value);
            }
        });
        fresh.path("required").forEach(field -> {
            if (asked && !contains(old.path("required"), field)) {
                broken.add(where + " now needs " + field);
            }
        });
        old.path("properties").properties().forEach(field -> {
            JsonNode same = fresh.path("properties").path(field.getKey());
            if (same.isMissingNode()) {
                broken.add(where + " has no field " + field.getKey() + " any more");
            } else {
                schema(where + "." + field.getKey(), field.getValue(), same, asked, seen);
            }
        });
        if (old.has("items")) {
            schema(where + "[]", old.path("items"), fresh.path("items"), asked, seen);
        }
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode each : array) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolved(JsonNode description, JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
