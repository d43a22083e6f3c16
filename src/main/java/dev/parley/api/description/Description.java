package dev.parley.api.description;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.rest.IdempotencyInterceptor;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Completes a generated description for one audience. */
final class Description {
    private final Audience audience;
    private final IndexView code;
    private final Map<String, RestMethod> methods;

    Description(Audience audience, IndexView code) {
        this.audience = audience;
        this.code = code;
        this.methods = RestMethod.all(code);
    }

    void complete(OpenAPI description) {
        Map<String, PathItem> kept = new TreeMap<>();
        description.getPaths().getPathItems().forEach((path, item) -> {
            if (audience.uses(path)) {
                // CORS preflight.
                item.setOPTIONS(null);
                item.getOperations().forEach((verb, operation) -> complete(method(verb + " " + path), operation));
                kept.put(path, item);
            }
        });
        description.getPaths().setPathItems(kept);
        describe(description);
        Schemas.complete(description, code);
    }

    private RestMethod method(String name) {
        RestMethod method = methods.get(name);
        if (method == null) {
            throw new IllegalStateException(name + " has no method of its own");
        }
        return method;
    }

    private void describe(OpenAPI description) {
        description.setInfo(OASFactory.createInfo().title("Parley").version("1").description(audience.purpose())
                .license(OASFactory.createLicense().name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        description.setServers(List.of(OASFactory.createServer().url("/").description("This Parley")));
        description.setTags(null);
        audience.addSecuritySchemes(description.getComponents());
    }

    private void complete(RestMethod method, Operation operation) {
        operation.setDescription(Stream.of(audience.whoMay(method), oneLine(operation.getDescription()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
        operation.setTags(List.of(audience.tag(method.path())));
        operation.setSecurity(audience.security(method));
        Parameters.complete(method.path(), operation);
        if (audience.isRepeatable(method)) {
            Parameters.addHeader(operation, IdempotencyInterceptor.HEADER);
        }
        for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
            response.setDescription(oneLine(response.getDescription()));
        }
        Refusals.add(audience, method, operation);
    }

    /** Joins the lines of a text block, which break only at the width of code. */
    static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
