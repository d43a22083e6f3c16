package dev.parley;

import java.io.ByteArrayOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Restricts health reports about models to the management port. The public port has only the probes for load balancers.
 */
@ApplicationScoped
class OperatorPages {
    private static final String WELL = "/q/health/well";
    private static final int AFTER_REQUEST_ID = 900;

    private final SmallRyeHealthReporter health;

    OperatorPages(SmallRyeHealthReporter health) {
        this.health = health;
    }

    void show(@Observes ManagementInterface management) {
        management.router().get(WELL).handler(this::tellHowModelsAre);
    }

    void hide(@Observes Filters filters) {
        filters.register(OperatorPages::refuse, AFTER_REQUEST_ID);
    }

    private void tellHowModelsAre(RoutingContext request) {
        health.getWellnessAsync().subscribe().with(found -> answer(request, found), request::fail);
    }

    private void answer(RoutingContext request, SmallRyeHealth found) {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        health.reportHealth(report, found);
        request.response().setStatusCode(found.isDown() ? 503 : 200)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(Buffer.buffer(report.toByteArray()));
    }

    /** Everything but the three probes: the full report and the groups contain the models' health. */
    private static void refuse(RoutingContext request) {
        String path = request.normalizedPath();
        boolean probe = path.equals("/q/health/live") || path.equals("/q/health/ready")
                || path.equals("/q/health/started");
        if (!probe && (path.equals("/q/health") || path.startsWith("/q/health/"))) {
            request.response().setStatusCode(404).end();
        } else {
            request.next();
        }
    }
}
