package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a body that announces itself as too large before it is read; the server's own answer has no words. */
@ApplicationScoped
class BodyLimit {
    private static final int AFTER_THE_REQUEST_ID = 990;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_REQUEST_ID);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= most) {
            request.next();
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", "Content Too Large")
                .put("status", 413)
                .put("detail", ProblemMappers.detail(413))
                .put("code", "too_large")
                .put("request_id", RequestId.of(request))
                .put("retryable", false);
        request.response().setStatusCode(413)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                // What was announced is not read, so that nothing else can come on this connection.
                .putHeader("Connection", "close")
                .end(problem.encode());
    }

    private static long announced(RoutingContext request) {
        try {
            String length = request.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
