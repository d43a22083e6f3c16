package dev.parley.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

/** Counts wrong operator's keys and logs them at most once a minute. */
@Startup
@ApplicationScoped
class OperatorRefusals {
    private static final Logger LOG = Logger.getLogger(OperatorRefusals.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Counter counter;
    private final Clock clock;
    private Instant silentUntil = Instant.MIN;
    private long untold;

    OperatorRefusals(MeterRegistry meters, Clock clock) {
        this.counter = Counter.builder("parley.operator.refused").description("Wrong or missing operator's keys")
                .register(meters);
        this.clock = clock;
    }

    synchronized void count(String address) {
        counter.increment();
        untold++;
        Instant now = clock.instant();
        if (!now.isBefore(silentUntil)) {
            LOG.warnf("operator key refused address=%s times=%d", address, untold);
            silentUntil = now.plus(PAUSE);
            untold = 0;
        }
    }
}
