package dev.parley.platform;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} for a request that never reached an operation, and so none of REST's own ways to write one. */
final class BareProblem {
    private BareProblem() {}

    static void send(RoutingContext request, int status, String code, String detail, @Nullable String requestId) {
        request.response().setStatusCode(status).putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", ProblemMappers.title(status))
                        .put("status", status)
                        .put("detail", detail)
                        .put("code", code)
                        .put("request_id", requestId)
                        .put("retryable", false).encode());
    }
}
