package dev.parley.api.description;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

final class Schemas {
    static final String PROBLEM = "Problem";
    static final String OPEN_AI_ERROR = "OpenAiError";
    private static final String REF = "#/components/schemas/";

    private final Map<String, Schema> all;

    private Schemas(Map<String, Schema> all) {
        this.all = all;
    }

    static void complete(OpenAPI description, IndexView code) {
        Components components = description.getComponents();
        Schemas schemas = new Schemas(new HashMap<>(components.getSchemas()));
        Set<String> asked = new HashSet<>();
        Set<String> answered = new HashSet<>();
        operations(description).forEach(operation -> {
            if (operation.getRequestBody() != null) {
                schemas.collect(operation.getRequestBody().getContent(), asked);
            }
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> schemas.collect(parameter.getSchema(), asked));
            }
            operation.getResponses().getAPIResponses().values()
                    .forEach(response -> schemas.collect(response.getContent(), answered));
        });
        RequiredFields required = new RequiredFields(code);
        schemas.all.forEach((name, schema) -> {
            if (!asked.contains(name) && !answered.contains(name)) {
                components.removeSchema(name);
            } else if (!asked.contains(name)) {
                required.mark(name, schema);
            }
        });
    }

    private static Stream<Operation> operations(OpenAPI description) {
        return description.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    /** An object without declared fields must be declared open. */
    private static void open(Schema schema) {
        boolean object = schema.getType() != null && schema.getType().contains(Schema.SchemaType.OBJECT);
        if (object && schema.getProperties() == null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema());
        }
    }

    private void collect(@Nullable Content content, Set<String> names) {
        if (content != null) {
            content.getMediaTypes().values().stream().map(MediaType::getSchema)
                    .forEach(schema -> collect(schema, names));
        }
    }

    private void collect(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(REF.length());
            if (names.add(name)) {
                collect(all.get(name), names);
            }
        }
        open(schema);
        collect(schema.getItems(), names);
        collect(schema.getAdditionalPropertiesSchema(), names);
        if (schema.getProperties() != null) {
            collect(schema.getProperties().values(), names);
        }
        collect(schema.getOneOf(), names);
        collect(schema.getAnyOf(), names);
        collect(schema.getAllOf(), names);
    }

    private void collect(@Nullable Collection<Schema> schemas, Set<String> names) {
        if (schemas != null) {
            List.copyOf(schemas).forEach(schema -> collect(schema, names));
        }
    }
}
