package dev.parley.platform;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where the framework gives no body or fails: an undecodable path, an invalid media type. */
@ApplicationScoped
class MalformedRequests {
    private static final int AFTER_THE_REQUEST_ID = 995;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + "\\s*(;.*)?");

    private final RequestId requestIds;
    private final EarlyProblem problems;

    MalformedRequests(RequestId requestIds, EarlyProblem problems) {
        this.requestIds = requestIds;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_REQUEST_ID);
    }

    /** These requests reach no filter. */
    void register(@Observes Router router) {
        router.errorHandler(400, this::refuse);
    }

    private void check(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        if (type == null || TYPE.matcher(type).matches()) {
            request.next();
        } else {
            problems.send(request, 415, "unsupported_media_type", ProblemMappers.detail(415), RequestId.of(request));
        }
    }

    private void refuse(RoutingContext request) {
        if (!request.response().ended()) {
            problems.send(request, 400, "bad_address",
                    "The address cannot be decoded. Write what is not a letter or a digit as % and two hexadecimal digits of UTF-8.",
                    requestIds.nameIfUnnamed(request));
        }
    }
}
