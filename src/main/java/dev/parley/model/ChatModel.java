package dev.parley.model;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.model.health.LaneCheck;
import dev.parley.model.health.LaneGuards;
import dev.parley.model.health.LaneProbe;
import dev.parley.model.health.LaneState;
import dev.parley.model.health.ModelState;
import dev.parley.platform.OutgoingGuard;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ChatModel {
    private final Vertx vertx;
    private final List<Lane> lanes;
    private final LaneOrder defaults;
    private final LaneGuards guards;
    private final Gateway gateway;
    private final LaneProbe probe;
    private final Moderation moderation;
    private final TextEmbedding embedding;
    private final Optional<Lane> embeddingLane;
    private final AnswerTimeouts patience;
    private volatile @Nullable LastError lastError;

    private record LastError(ModelErrorKind kind, Instant at) {}

    @Inject
    public ChatModel(ModelConfig config, Vertx vertx, MeterRegistry registry, Clock clock, OutgoingGuard outgoing) {
        // ThreadLocalRandom per call: calls run on many event loops.
        this(config, vertx, registry, clock, outgoing, GlobalOpenTelemetry.get(), Timers.of(vertx),
                () -> ThreadLocalRandom.current().nextLong());
    }

    ChatModel(ModelConfig config, Vertx vertx, MeterRegistry registry, Clock clock, OutgoingGuard outgoing,
            OpenTelemetry telemetry, Timers timers, RandomGenerator random) {
        this.vertx = vertx;
        lanes = DefaultLanes.of(config);
        defaults = LaneOrder.of(lanes, null);
        guards = new LaneGuards(config, clock, registry);
        ModelMetrics metrics = new ModelMetrics(registry);
        patience = DefaultLanes.patience(config.timeouts());
        gateway = new Gateway(new ModelHttp(vertx, config, outgoing, metrics), guards::of, new RetryPolicy(random),
                timers, clock, metrics, new Telemetry(telemetry),
                kind -> lastError = new LastError(kind, clock.instant()));
        probe = new LaneProbe(gateway.http(), vertx, clock);
        embedding = new TextEmbedding(gateway.http(), vertx, clock, config.probeEvery());
        embeddingLane = DefaultLanes.embedding(config);
        moderation = new Moderation(gateway.http(), vertx, clock, config.moderation());
    }

    /** True if a key is set, or the address of a server that may need none. */
    public boolean configured() {
        return defaults.usable();
    }

    /** Name of the operator's first model. */
    public String name() {
        return lanes.get(0).model();
    }

    /** Names of the operator's models in order of use. */
    public List<String> names() {
        return lanes.stream().map(Lane::model).toList();
    }

    /** The operator's lanes, limited to the region if given. */
    public LaneOrder defaults(@Nullable String stayIn) {
        return stayIn == null ? defaults : LaneOrder.of(lanes, stayIn);
    }

    /** Uses the operator's models. */
    public Multi<ChatEvent> answer(ChatRequest request) {
        return answer(defaults, request);
    }

    /** Calls once per subscriber, with back pressure; cancelling aborts. Fails only with a {@link ModelException}. */
    public Multi<ChatEvent> answer(LaneOrder order, ChatRequest request) {
        if (!order.usable()) {
            return Multi.createFrom()
                    .failure(() -> new ModelException(order.emptyBecause(), 0, null, null, 0, false));
        }
        return Multi.createFrom().publisher(
                subscriber -> new ChatCall(gateway, order, request, subscriber, vertx.getOrCreateContext()).start());
    }

    public ModelState state() {
        LastError error = lastError;
        return new ModelState(configured(), name(), guards.of(lanes.get(0)).breaker().state(),
                error == null ? null : error.kind(), error == null ? null : error.at());
    }

    /** Moderates a text by the first lane's server. Fails with a {@link ModelException} if it cannot be checked. */
    public Uni<Boolean> flags(LaneOrder order, String text, String requestId) {
        return moderation.flags(order, text, requestId);
    }

    public String moderationModel() {
        return moderation.model();
    }

    /** The operator's embedding model; empty if the local models are used. */
    public Optional<String> embeddingModel() {
        return embeddingLane.map(Lane::model);
    }

    /** Fails with a {@link ModelException}, without a call if the server is outside the region. */
    public Uni<Embedded> embed(@Nullable String stayIn, List<String> texts, String requestId) {
        LaneOrder order = LaneOrder.of(embeddingLane.stream().toList(), stayIn);
        return order.first().map(lane -> embedding.of(lane, texts, requestId))
                .orElseGet(() -> Uni.createFrom()
                        .failure(() -> new ModelException(order.emptyBecause(), 0, null, null, 0, false)));
    }

    public Uni<LaneCheck> check(Lane lane) {
        return probe.check(lane);
    }

    /** Checks all lanes and raises or clears their alarms. */
    public Uni<Void> watch(LaneOrder order) {
        return Multi.createFrom().iterable(order.lanes())
                .onItem().transformToUniAndConcatenate(lane -> check(lane)
                        .invoke(check -> guards.of(lane).alarms().checked(lane, check)))
                .collect().asList().replaceWithVoid();
    }

    /** Default timeouts of a lane. */
    public AnswerTimeouts patience() {
        return patience;
    }

    /** Every lane used since the start. */
    public List<LaneState> laneStates() {
        return guards.states();
    }

    ModelHttp http() {
        return gateway.http();
    }

    public Gateway gateway() {
        return gateway;
    }

    @PreDestroy
    void close() {
        gateway.http().close();
    }
}
