package dev.parley.model;

import java.time.Clock;
import java.util.function.Function;

import dev.parley.model.health.LaneGuard;
import org.jboss.logging.Logger;

public record Gateway(ModelHttp http, Function<Lane, LaneGuard> guards, RetryPolicy policy, Timers timers, Clock clock,
        ModelMetrics metrics, Telemetry telemetry, FailureLog failures) {
    private static final Logger LOG = Logger.getLogger(Gateway.class);

    interface FailureLog {
        void failed(ModelErrorKind kind);
    }

    public void attemptFailed(Lane lane, ModelException failure, String requestId) {
        metrics.attemptFailed(failure.kind());
        failures.failed(failure.kind());
        if (failure.kind() != ModelErrorKind.BREAKER_OPEN) {
            LOG.warnf("Model %s failed: %s, status %d, code %s, upstream request %s, our request %s%s", lane,
                    failure.kind().code(), failure.status(), failure.upstreamCode(), failure.upstreamRequestId(),
                    requestId, failure.said() == null ? "" : ", it says: " + failure.said());
        }
    }
}
