package dev.parley.model.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import dev.parley.model.Lane;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Opens after five failures in the last ten stream openings, then lets one call through every few seconds. */
public final class LaneBreaker {
    private static final Logger LOG = Logger.getLogger(LaneBreaker.class);
    private static final int WINDOW = 10;
    private static final double FAILURES = 0.5;

    private final TypedGuard<Uni<Object>> guard;
    private volatile ModelState.Breaker state = ModelState.Breaker.CLOSED;

    LaneBreaker(Lane.Identity lane, Duration probeEvery) {
        guard = TypedGuard.create(new TypeLiteral<Uni<Object>>() {
        })
                .withDescription("model " + lane)
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(FAILURES)
                .delay(probeEvery.toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(failure -> failure instanceof ModelException model && model.kind().outage())
                .onStateChange(to -> moved(lane, to))
                .done()
                .build();
    }

    /** Runs the call, or fails if the breaker is open. {@code type}: of the result. */
    public <T> Uni<T> guard(Class<T> type, Supplier<Uni<T>> opening) {
        return guard.get(() -> opening.get().map(Object.class::cast)).map(type::cast);
    }

    public static ModelException failure(Throwable thrown) {
        if (thrown instanceof ModelException known) {
            return known;
        }
        if (thrown instanceof CircuitBreakerOpenException) {
            return new ModelException(ModelErrorKind.BREAKER_OPEN, 0, null, null, 0, false);
        }
        LOG.error("The model client has a bug", thrown);
        return new ModelException(ModelErrorKind.BAD_REQUEST, 0, null, null, 0, false);
    }

    public ModelState.Breaker state() {
        return state;
    }

    private void moved(Lane.Identity lane, CircuitBreakerState to) {
        state = switch (to) {
            case CLOSED -> ModelState.Breaker.CLOSED;
            case OPEN -> ModelState.Breaker.OPEN;
            case HALF_OPEN -> ModelState.Breaker.HALF_OPEN;
        };
        if (to == CircuitBreakerState.OPEN) {
            LOG.warnf("The model %s keeps failing and is left alone for a while", lane);
        } else if (to == CircuitBreakerState.CLOSED) {
            LOG.infof("The model %s answers again", lane);
        }
    }
}
