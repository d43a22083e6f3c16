package dev.parley.api.description;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parley.platform.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Refusals that operations share: problems (RFC 9457) or, for OpenAI's clients, errors in their format. */
final class Refusals {
    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(400, "Bad Request", "bad_json",
                    "The request is not as it should be; `detail` names the field or parameter."),
            new Refusal(401, "Unauthorized", "unauthenticated", "No key, or one that is unknown, ended or revoked."),
            new Refusal(403, "Forbidden", "scope_missing", "The key lacks the scope that `detail` names."),
            new Refusal(404, "Not Found", "not_found", "Not found, or it belongs to another shop or visitor."),
            new Refusal(409, "Conflict", "request_running",
                    "The first request with this `Idempotency-Key` is still running, or the state forbids it."),
            new Refusal(412, "Precondition Failed", "changed_meanwhile",
                    "It has changed since you read it: `If-Match` names another state."),
            new Refusal(422, "Unprocessable Content", "idempotency_key_reused",
                    "The request cannot be carried out, or the `Idempotency-Key` has been used for another request."),
            new Refusal(429, "Too Many Requests", "rate_limited",
                    "The key has been used too often; `Retry-After` says when to come again."));
    private static final Map<Integer, Refusal> IN_THE_CONSOLE = Map.of(
            401, new Refusal(401, "Unauthorized", "unauthenticated", "Not signed in, or the session has ended."),
            403, new Refusal(403, "Forbidden", "role_missing",
                    "The agent's role is too low, or the request does not come from the console's page "
                            + "(`not_from_the_console`)."));

    private Refusals() {}

    private record Refusal(int status, String title, String code, String description) {
        APIResponse problem() {
            Map<String, Object> example = new TreeMap<>(Map.of("type", "about:blank", "title", title, "status", status,
                    "detail", description, "code", code, "request_id", "req_018f3b5e7c1a70008000000000000001",
                    "retryable", status == 429));
            return response(Problem.MEDIA_TYPE, description, Schemas.PROBLEM, example);
        }

        /** The problem's detail is the error's message. */
        APIResponse openAiError() {
            String words = description.replace("`detail`", "`message`");
            String type = switch (status) {
                case 401 -> "authentication_error";
                case 403 -> "permission_error";
                case 429 -> "rate_limit_error";
                default -> "invalid_request_error";
            };
            Map<String, @Nullable Object> error = new TreeMap<>(
                    Map.of("message", words, "type", type, "code", status == 401 ? "invalid_api_key" : code));
            error.put("param", null);
            return response("application/json", words, Schemas.OPEN_AI_ERROR, Map.of("error", error));
        }

        private static APIResponse response(String type, String words, String schema, Map<String, Object> example) {
            return OASFactory.createAPIResponse().description(words).content(OASFactory.createContent()
                    .addMediaType(type, OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema)).example(example)));
        }
    }

    /** Adds shared refusals, and the schema of those that the operation describes. */
    static void add(Audience audience, RestMethod method, Operation operation) {
        boolean conditional = Parameters.has(operation, Parameters.IF_MATCH);
        boolean openAi = audience.refusesAsOpenAi(method.path());
        APIResponses responses = operation.getResponses();
        for (Refusal shared : REFUSALS) {
            Refusal refusal = audience.uses(ConsoleDescription.CONSOLE)
                    ? IN_THE_CONSOLE.getOrDefault(shared.status(), shared)
                    : shared;
            String status = Integer.toString(refusal.status());
            if (responses.getAPIResponse(status) == null
                    && audience.mayRefuse(refusal.status(), method, conditional)) {
                responses.addAPIResponse(status, openAi ? refusal.openAiError() : refusal.problem());
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                addShape(response, openAi);
            }
        });
    }

    private static void addShape(APIResponse response, boolean openAi) {
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent());
        }
        String type = openAi ? "application/json" : Problem.MEDIA_TYPE;
        if (response.getContent().getMediaType(type) == null) {
            response.getContent().addMediaType(type, OASFactory.createMediaType().schema(OASFactory.createSchema()
                    .ref("#/components/schemas/" + (openAi ? Schemas.OPEN_AI_ERROR : Schemas.PROBLEM))));
        }
    }
}
