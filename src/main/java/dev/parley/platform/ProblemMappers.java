package dev.parley.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.parley.platform.database.Statements;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Maps failures to HTTP. Logs unknown failures and hides their details. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** In characters. A sender of a very long field name must not get it all back. */
    private static final int LONGEST_PATH = 200;

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"), Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"), Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"), Map.entry(412, "Precondition Failed"), Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"), Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"), Map.entry(503, "Service Unavailable"));

    @ServerExceptionMapper
    Response refusal(ParleyException refused, RoutingContext request) {
        return problem(status(refused.kind()), refused.code(), refused.detail(), refused.retryable(), request,
                refused.field(), refused.faults());
    }

    /** The more specific class would otherwise get another mapper. */
    @ServerExceptionMapper
    Response violated(ConstraintViolationException broken, RoutingContext request, ResourceInfo operation) {
        return refusal(Violations.refusal(broken.getConstraintViolations(), operation.getResourceMethod()), request);
    }

    @ServerExceptionMapper
    Response later(RetryLaterException refused, RoutingContext request) {
        return Response.fromResponse(refusal(refused, request)).header("Retry-After", refused.seconds()).build();
    }

    static int status(ParleyException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException refused, RoutingContext request) {
        if (request.normalizedPath().startsWith("/v1/operator/")) {
            return Response.fromResponse(problem(401, "unauthenticated",
                    "This is not the operator's key. Send `Authorization: Bearer` and what PARLEY_OPERATOR_KEY is set to; a shop's key does not do.",
                    false, request)).header("WWW-Authenticate", "Bearer realm=\"parley-operator\"").build();
        }
        boolean endedSession = refused instanceof AuthenticationFailedException && !hasKey(request);
        if (endedSession || isOfTheConsole(request)) {
            return problem(401, "unauthenticated", "Sign in first, with POST /v1/console/session.", false, request);
        }
        String detail = refused instanceof AuthenticationFailedException
                ? "This API key is unknown, expired or revoked."
                : "Send an API key: `Authorization: Bearer pk_…`.";
        return Response.fromResponse(problem(401, "unauthenticated", detail, false, request))
                .header("WWW-Authenticate", "Bearer realm=\"parley\"").build();
    }

    /** Only selects the wording; each operation declares its own permissions. */
    private static boolean isOfTheConsole(RoutingContext request) {
        return request.normalizedPath().startsWith("/v1/console/");
    }

    private static boolean hasKey(RoutingContext request) {
        return request.request().getHeader("Authorization") != null;
    }

    /** Outside the console, an operation lists the scope for keys, then the role for sessions if one is accepted. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused, RoutingContext request, ResourceInfo operation) {
        String[] needed = needed(operation);
        boolean console = isOfTheConsole(request);
        if (console || (!hasKey(request) && needed.length > 1)) {
            return problem(403, "role_missing", "This needs a session in the console, of a role that may do it.", false,
                    request);
        }
        String scope = needed.length == 0 ? "" : needed[0];
        return problem(403, "scope_missing", hasKey(request)
                ? "This API key lacks the scope `" + scope
                        + "`. Use a key that has it, or have one made with POST /v1/keys."
                : "This needs an API key with the scope `" + scope + "`. A session in the console does not open it.",
                false, request);
    }

    private static String[] needed(ResourceInfo operation) {
        RolesAllowed own = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed shared = operation.getResourceClass().getAnnotation(RolesAllowed.class);
        RolesAllowed needed = own == null ? shared : own;
        return needed == null ? new String[0] : needed.value();
    }

    /** The second type is declared because the framework's own mapper for it would win. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException unreadable, RoutingContext request) {
        // Our own message says more than Jackson's.
        if (unreadable.getCause() instanceof ParleyException refused) {
            return refusal(refused.at(pointer(unreadable)), request);
        }
        String pointer = pointer(unreadable);
        return problem(400, "bad_json", describe(unreadable), false, request, pointer.isEmpty() ? null : pointer,
                List.of());
    }

    /** Names the field. Jackson's own message quotes the input and class names. */
    static String describe(JsonProcessingException unreadable) {
        // JSON that ends within a field is a mapping failure caused by a parser's.
        boolean wellFormed = !(unreadable.getCause() instanceof StreamReadException);
        String path = wellFormed && unreadable instanceof JsonMappingException mapping ? path(mapping) : "";
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "Unknown field '" + path + "'; known: " + known(unknown) + ".";
        }
        return path.isEmpty()
                ? "The body is not well-formed JSON of the documented shape."
                : "The field `" + path + "` does not have the documented type.";
    }

    /** Where Jackson failed, as a JSON pointer (RFC 6901); empty at the top level or if unknown. */
    private static String pointer(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || unreadable.getCause() instanceof StreamReadException) {
            return "";
        }
        String pointer = mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
        return pointer.length() <= LONGEST_PATH ? pointer : "";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null || ids.isEmpty()
                ? "none"
                : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.length() <= LONGEST_PATH ? path.toString() : path.substring(0, LONGEST_PATH) + "…";
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, RoutingContext request) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return json(unreadable, request);
        }
        if (failure.getCause() instanceof ParleyException refused) {
            return refusal(refused, request);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (status >= 500) {
            LOG.errorf(failure, "request=%s failed", RequestId.of(request));
        }
        return problem(status, code(status), detail(status), status == 503, request);
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "too_large";
            case 415 -> "unsupported_media_type";
            default -> status >= 500 ? "internal" : "bad_request";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address. See /q/openapi for what there is.";
            case 405 -> "This address does not take this method. See /q/openapi for those that it takes.";
            case 406 -> "None of the media types in the Accept header can be made here.";
            case 413 -> "The body is larger than 10 MB. Send it in parts.";
            case 415 -> "The body's Content-Type is not taken here. See /q/openapi for those that are.";
            default -> status >= 500
                    ? "Something went wrong on our side. The request id helps to find it in the log."
                    : "The request does not have the documented shape. See /q/openapi.";
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, RoutingContext request) {
        if (Statements.unstorable(failure)) {
            return problem(400, "bad_character",
                    "The request holds a character that cannot be stored, such as U+0000. Remove it.", false, request);
        }
        LOG.errorf(failure, "request=%s failed", RequestId.of(request));
        return problem(500, "internal", detail(500), false, request);
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    private static Response problem(int status, String code, String detail, boolean retryable,
            @Nullable RoutingContext request) {
        return problem(status, code, detail, retryable, request, null, List.of());
    }

    private static Response problem(int status, String code, String detail, boolean retryable,
            @Nullable RoutingContext request, @Nullable String field, List<ParleyException.Fault> faults) {
        return Response.status(status).type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, title(status), code, detail, RequestId.of(request), retryable)
                        .about(field, faults))
                .build();
    }
}
