package dev.parley.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Metrics of model calls. Tag values are our own: an upstream's would be unbounded. */
public final class ModelMetrics {
    private final MeterRegistry registry;
    private final Timer firstToken;
    private final Counter connections;
    private final AtomicInteger open = new AtomicInteger();

    ModelMetrics(MeterRegistry registry) {
        this.registry = registry;
        firstToken = Timer.builder("parley.model.first.token")
                .description("From asking to the first piece of text, with all attempts")
                .serviceLevelObjectives(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(25))
                .register(registry);
        connections = Counter.builder("parley.model.connections.opened")
                .description("Connections to the model's server")
                .register(registry);
        registry.gauge("parley.model.streams.open", open);
    }

    public void started() {
        open.incrementAndGet();
    }

    void firstToken(Duration after) {
        firstToken.record(after);
    }

    void attemptFailed(ModelErrorKind kind) {
        registry.counter("parley.model.errors", "code", kind.code()).increment();
    }

    void connectionOpened() {
        connections.increment();
    }

    /** {@code outcome}: {@code finished}, {@code cancelled} or the kind of error. */
    public void ended(String outcome) {
        open.decrementAndGet();
        registry.counter("parley.model.calls", "outcome", outcome).increment();
    }
}
