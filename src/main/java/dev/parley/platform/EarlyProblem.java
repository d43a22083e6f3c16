package dev.parley.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} for a request that never reached an operation, and so none of REST's own exception mappers. */
@ApplicationScoped
class EarlyProblem {
    private final List<ErrorShape> shapes;
    private final ObjectMapper json;

    EarlyProblem(@All List<ErrorShape> shapes, ObjectMapper json) {
        this.shapes = shapes;
        this.json = json;
    }

    void send(RoutingContext request, int status, String code, String detail, @Nullable String requestId) {
        Problem problem = Problem.of(status, ProblemMappers.title(status), code, detail, requestId, false);
        String path = request.request().uri();
        for (ErrorShape shape : shapes) {
            if (path != null && path.startsWith(shape.below())) {
                write(request, status, "application/json", shape.shaped(problem));
                return;
            }
        }
        write(request, status, Problem.MEDIA_TYPE, problem);
    }

    private void write(RoutingContext request, int status, String type, Object body) {
        try {
            request.response().setStatusCode(status).putHeader("Content-Type", type)
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
