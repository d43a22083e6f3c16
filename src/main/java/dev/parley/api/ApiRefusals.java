package dev.parley.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parley.platform.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What operations have in common when they refuse: a problem (RFC 9457), or, for OpenAI's clients, an error of the shape that they read. */
final class ApiRefusals {
    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(400, "Bad Request", "bad_json",
                    "The request is not as it should be; `detail` names the field or parameter."),
            new Refusal(401, "Unauthorized", "unauthenticated", "No key, or one that is unknown, ended or revoked."),
            new Refusal(403, "Forbidden", "scope_missing", "The key lacks the scope that `detail` names."),
            new Refusal(404, "Not Found", "not_found", "There is no such thing, or it is somebody else's."),
            new Refusal(409, "Conflict", "request_running",
                    "The first request with this `Idempotency-Key` is still running, or the state forbids it."),
            new Refusal(412, "Precondition Failed", "changed_meanwhile",
                    "It has changed since you read it: `If-Match` names another state."),
            new Refusal(422, "Unprocessable Content", "idempotency_key_reused",
                    "It cannot be carried out as it is, or the `Idempotency-Key` has been used for another request."),
            new Refusal(429, "Too Many Requests", "rate_limited",
                    "The key has been used too often; `Retry-After` says when to come again."));

    private ApiRefusals() {}

    private record Refusal(int status, String title, String code, String description) {
        boolean appliesTo(String path, boolean writes, boolean conditional, boolean open) {
            boolean operator = path.startsWith(ApiDescription.OPERATOR);
            boolean repeatable = writes && !open && !path.startsWith(ApiDescription.OPEN_AI)
                    && !path.startsWith(ApiDescription.AUDIO);
            return switch (status) {
                case 404 -> path.contains("{") || operator;
                case 412 -> conditional;
                case 409, 422 -> repeatable;
                case 401 -> !open;
                // The operator's key has neither scopes nor a rate.
                case 403, 429 -> !open && !operator;
                default -> true;
            };
        }

        APIResponse problem() {
            Map<String, Object> example = new TreeMap<>(Map.of("type", "about:blank", "title", title, "status", status,
                    "detail", description, "code", code, "request_id", "req_018f3b5e7c1a70008000000000000001",
                    "retryable", status == 429));
            return response(Problem.MEDIA_TYPE, description, ApiSchemas.PROBLEM, example);
        }

        APIResponse openAiError() {
            OpenAiError.Body error = OpenAiError
                    .of(Problem.of(status, title, code, inOpenAiWords(), null, false)).error();
            return response("application/json", inOpenAiWords(), ApiSchemas.OPEN_AI_ERROR,
                    Map.of("error", new TreeMap<>(
                            Map.of("message", error.message(), "type", error.type(), "code", error.code()))));
        }

        private String inOpenAiWords() {
            return description.replace("`detail`", "`message`");
        }

        private static APIResponse response(String type, String words, String schema, Map<String, Object> example) {
            return OASFactory.createAPIResponse().description(words).content(OASFactory.createContent()
                    .addMediaType(type, OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema)).example(example)));
        }
    }

    /**
     * Adds those that the operation may meet and does not describe itself.
     *
     * @param open whether the operation needs no key
     * @param conditional whether it takes `If-Match`
     */
    static void add(String path, PathItem.HttpMethod method, Operation operation, boolean open, boolean conditional) {
        boolean writes = method != PathItem.HttpMethod.GET;
        for (Refusal refusal : REFUSALS) {
            APIResponse response = path.startsWith(ApiDescription.OPEN_AI) ? refusal.openAiError() : refusal.problem();
            String status = Integer.toString(refusal.status());
            APIResponse known = operation.getResponses().getAPIResponse(status);
            if (known == null && refusal.appliesTo(path, writes, conditional, open)) {
                operation.getResponses().addAPIResponse(status, response);
            } else if (known != null && known.getContent() != null) {
                Map<String, MediaType> refused = response.getContent().getMediaTypes();
                refused.forEach(known.getContent()::addMediaType);
            }
        }
    }
}
