package dev.parley.platform;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Gives each request an `X-Request-Id`. A caller's own must not be able to forge a line of the log. */
@ApplicationScoped
class RequestId {
    private static final String KEY = "parley.request.id";
    private static final String HEADER = "X-Request-Id";
    private static final Pattern OF_THE_CALLER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,127}");
    private static final int BEFORE_EVERYTHING = 1000;

    private final Ids ids;

    RequestId(Ids ids) {
        this.ids = ids;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_EVERYTHING);
    }

    private void name(RoutingContext request) {
        nameIfUnnamed(request);
        request.response().putHeader("X-Content-Type-Options", "nosniff");
        request.response().putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        request.next();
    }

    /** Also for a request that reached no filter. */
    String nameIfUnnamed(RoutingContext request) {
        String known = of(request);
        if (known != null) {
            return known;
        }
        String given = request.request().getHeader(HEADER);
        String id = given != null && OF_THE_CALLER.matcher(given).matches()
                ? given
                : "req_" + ids.next().toString().replace("-", "");
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        return id;
    }

    static @Nullable String of(@Nullable RoutingContext request) {
        return request == null ? null : request.get(KEY);
    }
}
