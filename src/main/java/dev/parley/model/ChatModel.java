package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Asks the configured model, and its fallbacks, for answers. */
@ApplicationScoped
public class ChatModel {
    private final Vertx vertx;
    private final List<Lane> lanes;
    private final boolean configured;
    private final Duration probeEvery;
    private final ChatCall.Shop shop;
    private final Map<Lane.Identity, LaneBreaker> breakers = new ConcurrentHashMap<>();
    private volatile @Nullable LastError lastError;

    private record LastError(ModelErrorKind kind, Instant at) {}

    @Inject
    public ChatModel(ModelConfig config, Vertx vertx, MeterRegistry registry, Clock clock) {
        // Each thread its own dice: calls run on many event loops.
        this(config, vertx, registry, clock, Timers.of(vertx), () -> ThreadLocalRandom.current().nextLong());
    }

    ChatModel(ModelConfig config, Vertx vertx, MeterRegistry registry, Clock clock, Timers timers,
            RandomGenerator random) {
        this.vertx = vertx;
        lanes = Lane.of(config);
        probeEvery = config.probeEvery();
        configured = lanes.get(0).apiKey() != null || !lanes.get(0).openAi();
        ModelMetrics metrics = new ModelMetrics(registry);
        shop = new ChatCall.Shop(new ModelHttp(vertx, config, metrics), this::breaker, new RetryPolicy(random),
                new RetryBudget(), timers,
                clock, metrics, kind -> lastError = new LastError(kind, clock.instant()));
    }

    /** Whether there is a model to ask: a key is set, or the address of a server that may need none. */
    public boolean configured() {
        return configured;
    }

    /** The name of the model that is asked first. */
    public String name() {
        return lanes.get(0).model();
    }

    /** The names of all models that may answer, in the order in which they are asked. */
    public List<String> names() {
        return lanes.stream().map(Lane::model).toList();
    }

    /**
     * Asks when subscribed to, once for each subscriber. Cancelling ends the call upstream at once. Items arrive on the subscriber's Vert.x
     * context, no faster than they are asked for; the failure is always a {@link ModelException}.
     */
    public Multi<ChatEvent> answer(ChatRequest request) {
        if (!configured) {
            return Multi.createFrom()
                    .failure(() -> new ModelException(ModelErrorKind.NOT_CONFIGURED, 0, null, null, 0, false));
        }
        return answer(lanes, request);
    }

    private Multi<ChatEvent> answer(List<Lane> order, ChatRequest request) {
        return Multi.createFrom().publisher(
                subscriber -> new ChatCall(shop, order, request, subscriber, vertx.getOrCreateContext()).start());
    }

    public ModelState state() {
        LastError error = lastError;
        return new ModelState(configured, name(), breaker(lanes.get(0)).state(), error == null ? null : error.kind(),
                error == null ? null : error.at());
    }

    private LaneBreaker breaker(Lane lane) {
        return breakers.computeIfAbsent(lane.identity(), identity -> new LaneBreaker(identity, probeEvery));
    }

    @PreDestroy
    void close() {
        shop.http().close();
    }
}
