package dev.parley.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.access.AgentMechanism;
import dev.parley.access.ConsoleOrigin;
import dev.parley.rest.IdempotencyInterceptor;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes the description at `/q/openapi`: what is read from the methods gets its words and examples from `openapi/operations.json`, and
 * what all operations have in common is said once, here. What only agents do is described in src/docs/console.md.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String WORDS = "openapi/operations.json";
    private static final String KEY = "key";
    private static final String SESSION = "session";
    private static final String OPERATOR_KEY = "operator";
    static final String OPERATOR = "/v1/operator/";
    static final String OPEN_AI = "/openai/v1/";
    /** Nothing is stored there that could be done twice. */
    static final String AUDIO = "/v1/audio/";
    private static final String JSON = "application/json";
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI description) {
        JsonNode words = words();
        describeAll(description);
        Map<String, PathItem> kept = new TreeMap<>();
        description.getPaths().getPathItems().forEach((path, item) -> {
            if (isForShops(path)) {
                // What a browser asks before it asks.
                item.setOPTIONS(null);
                item.getOperations().forEach((method, operation) -> complete(path, method, operation,
                        words.path(method + " " + path)));
                kept.put(path, item);
            }
        });
        description.getPaths().setPathItems(kept);
    }

    private static boolean isForShops(String path) {
        return path.startsWith(OPEN_AI) || (path.startsWith("/v1/") && !path.startsWith("/v1/console/"));
    }

    private JsonNode words() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(WORDS)) {
            return file == null ? json.createObjectNode() : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describeAll(OpenAPI description) {
        description.setInfo(OASFactory.createInfo().title("Parley").version("1")
                .description(
                        "What a shop's backend builds on: conversations with its visitors, its FAQ, and what both come to.")
                .license(OASFactory.createLicense().name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        description.setServers(List.of(OASFactory.createServer().url("/").description("This Parley")));
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description.getComponents().addSecurityScheme(KEY, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("pk_…")
                .description("A key of the shop. Each operation says which scope it needs."));
        description.getComponents().addSecurityScheme(SESSION, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name(AgentMechanism.COOKIE)
                .description("An agent's session in the console. Whatever changes something also needs the header `"
                        + ConsoleOrigin.HEADER + ": 1` and the console's `Origin`."));
        description.getComponents().addSecurityScheme(OPERATOR_KEY, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("What PARLEY_OPERATOR_KEY is set to. It opens no shop."));
        ApiSchemas.complete(description.getComponents());
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation, JsonNode words) {
        operation.setOperationId(words.path("id").asText(null));
        operation.setSummary(words.path("summary").asText(null));
        String role = words.path(SESSION).asText("");
        operation.setDescription(words.path("description").asText(words.path("summary").asText(null))
                + (role.isEmpty() ? "" : " A session of the role `" + role + "` opens it, too."));
        boolean openAi = path.startsWith(OPEN_AI);
        operation.setTags(List.of(openAi ? "openai" : path.replaceFirst("/v1/([^/]+).*", "$1")));
        boolean open = path.startsWith("/v1/visitor/");
        operation.setSecurity(security(path, open, !role.isEmpty()));
        addPathParameters(path, operation);
        if (method != PathItem.HttpMethod.GET && !open && !openAi && !path.startsWith(AUDIO)) {
            addHeader(operation, IdempotencyInterceptor.HEADER, "Makes it safe to send this again: it is done once.");
        }
        describeParameters(operation, words.path("parameters"));
        describeBody(operation, words);
        describeResponses(operation, words);
        ApiRefusals.add(path, method, operation, open, parameter(operation, "If-Match").isPresent());
    }

    private static List<SecurityRequirement> security(String path, boolean open, boolean session) {
        if (open) {
            return List.of(OASFactory.createSecurityRequirement());
        }
        SecurityRequirement key = OASFactory.createSecurityRequirement()
                .addScheme(path.startsWith(OPERATOR) ? OPERATOR_KEY : KEY);
        return session ? List.of(key, OASFactory.createSecurityRequirement().addScheme(SESSION)) : List.of(key);
    }

    private static void addPathParameters(String path, Operation operation) {
        Matcher name = IN_PATH.matcher(path);
        while (name.find()) {
            if (parameter(operation, name.group(1)).isEmpty()) {
                operation.addParameter(OASFactory.createParameter().name(name.group(1)).in(Parameter.In.PATH)
                        .required(true).schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
        }
    }

    private static Optional<Parameter> parameter(Operation operation, String name) {
        return operation.getParameters() == null
                ? Optional.empty()
                : operation.getParameters().stream().filter(known -> name.equals(known.getName())).findFirst();
    }

    private static void addHeader(Operation operation, String name, String description) {
        Parameter header = parameter(operation, name).orElseGet(() -> {
            Parameter fresh = OASFactory.createParameter().name(name).in(Parameter.In.HEADER)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            operation.addParameter(fresh);
            return fresh;
        });
        header.setDescription(description);
    }

    private void describeParameters(Operation operation, JsonNode words) {
        words.properties().forEach(word -> parameter(operation, word.getKey()).ifPresent(known -> {
            known.setDescription(word.getValue().path("description").asText());
            if (word.getValue().has("example")) {
                known.setExample(value(word.getValue().get("example")));
            }
        }));
    }

    private void describeBody(Operation operation, JsonNode words) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        Map<String, MediaType> content = new LinkedHashMap<>(operation.getRequestBody().getContent().getMediaTypes());
        content.forEach((type, body) -> {
            if (words.has("request")) {
                body.setExample(value(words.get("request")));
            }
        });
    }

    private void describeResponses(Operation operation, JsonNode words) {
        APIResponses responses = operation.getResponses();
        Schema answer = answer(responses);
        // What the types say of the status, and of refusals, is a guess.
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(status -> !words.path("responses").has(status)).forEach(responses::removeAPIResponse);
        words.path("responses").properties().forEach(word -> {
            APIResponse response = responses.getAPIResponse(word.getKey());
            if (response == null) {
                response = OASFactory.createAPIResponse();
                responses.addAPIResponse(word.getKey(), response);
            }
            response.setDescription(word.getValue().path("description").asText("Done."));
            JsonNode examples = word.getValue().path("content");
            response.setContent(examples.isMissingNode() ? null : content(examples, answer));
        });
    }

    /** What the operation answers in JSON, as far as its types say. */
    private static @Nullable Schema answer(APIResponses responses) {
        return responses.getAPIResponses().values().stream().map(APIResponse::getContent).filter(Objects::nonNull)
                .map(content -> content.getMediaType(JSON)).filter(Objects::nonNull)
                .map(MediaType::getSchema).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Content content(JsonNode examples, @Nullable Schema answer) {
        Content content = OASFactory.createContent();
        examples.properties().forEach(example -> {
            Schema schema = example.getKey().equals(JSON)
                    ? json(answer, example.getValue())
                    : OASFactory.createSchema().addType(Schema.SchemaType.STRING);
            content.addMediaType(example.getKey(),
                    OASFactory.createMediaType().schema(schema).example(value(example.getValue())));
        });
        return content;
    }

    private static Schema json(@Nullable Schema answer, JsonNode example) {
        boolean written = example.isContainerNode() && answer != null && answer.getType() != null
                && answer.getType().contains(Schema.SchemaType.STRING);
        return answer != null && !written
                ? answer
                : OASFactory.createSchema()
                        .addType(example.isArray() ? Schema.SchemaType.ARRAY : Schema.SchemaType.OBJECT);
    }

    private Object value(JsonNode node) {
        return json.convertValue(node, Object.class);
    }
}
