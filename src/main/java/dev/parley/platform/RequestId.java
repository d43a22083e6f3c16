package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Names every request, in the `X-Request-Id` header of its response, so that a report from outside can be found in the log. */
@ApplicationScoped
class RequestId {
    private static final String KEY = "parley.request.id";
    private static final int BEFORE_EVERYTHING = 1000;

    private final Ids ids;

    RequestId(Ids ids) {
        this.ids = ids;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_EVERYTHING);
    }

    private void name(RoutingContext request) {
        String id = "req_" + ids.next().toString().replace("-", "");
        request.put(KEY, id);
        request.response().putHeader("X-Request-Id", id);
        request.response().putHeader("X-Content-Type-Options", "nosniff");
        request.response().putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        request.next();
    }

    static @Nullable String of(@Nullable RoutingContext request) {
        return request == null ? null : request.get(KEY);
    }
}
