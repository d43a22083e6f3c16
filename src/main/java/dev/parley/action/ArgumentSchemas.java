package dev.parley.action;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.parley.platform.ParleyException;

/** JSON Schema (2020-12) without remote references and regular expressions, which are open to attack. */
final class ArgumentSchemas {
    private static final int LONGEST = 8_000;
    private static final Set<String> REFUSED = Set.of("pattern", "patternProperties", "$dynamicRef", "$recursiveRef",
            "$schema", "$id");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.values(own -> own.clear())));

    private ArgumentSchemas() {}

    /** Validates a declared schema and forbids additional properties. */
    static JsonNode checked(JsonNode schema, String customerField) {
        if (!(schema instanceof ObjectNode object) || !object.path("type").asText().equals("object")
                || object.toString().length() > LONGEST) {
            throw refusal("is a JSON Schema of the type `object`, at most 8,000 characters long");
        }
        if (object.path("properties").has(customerField)) {
            throw refusal(
                    "must not have the field that carries the customer's id: Parley sets it, the model never does");
        }
        refuse(object);
        ObjectNode closed = object.deepCopy();
        closed.put("additionalProperties", false);
        try {
            compile(closed).initializeValidators();
        } catch (JsonSchemaException unusable) {
            throw refusal("is not a usable JSON Schema (2020-12)");
        }
        return closed;
    }

    private static void refuse(JsonNode node) {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            JsonNode value = node.get(name);
            if ((REFUSED.contains(name) && !value.isObject())
                    || (name.equals("$ref") && !value.asText().startsWith("#"))) {
                throw refusal("must not use `" + name + "`");
            }
        }
        node.forEach(ArgumentSchemas::refuse);
    }

    /** Errors in words for the model; empty if valid. */
    static List<String> faults(JsonNode schema, JsonNode arguments) {
        return Stream.concat(compile(schema).validate(arguments).stream().map(ValidationMessage::getMessage),
                Arguments.missing(schema, arguments).stream()).limit(5).toList();
    }

    static List<String> faults(JsonNode schema, String arguments) {
        try {
            JsonNode given = JSON.readTree(arguments);
            return given instanceof ObjectNode ? faults(schema, given) : List.of("The arguments are not an object.");
        } catch (JsonProcessingException notJson) {
            return List.of("The arguments are not JSON.");
        }
    }

    private static JsonSchema compile(JsonNode schema) {
        return FACTORY.getSchema(schema);
    }

    private static ParleyException refusal(String what) {
        return ParleyException.field("parameters", "bad_tool", what + ".");
    }
}
