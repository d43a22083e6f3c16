package dev.parley.model;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import dev.parley.platform.OutgoingGuard;
import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.ScriptedModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;

/** The model client against a scripted upstream; retry delays are recorded and skipped, deadlines are real. */
public final class ModelRig implements AutoCloseable {
    public static final ChatRequest HELLO = new ChatRequest("turn-1",
            List.of(ChatMessage.system("Be kind."), ChatMessage.user("Hello")), 400, "hash");

    final ScriptedModel upstream = ScriptedModel.start();
    final Vertx vertx = Vertx.vertx();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Spans spans = new Spans();
    private final OpenTelemetry telemetry = OpenTelemetrySdk.builder().setTracerProvider(
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build()).build();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Timers timers;
    private final Clock clock;
    private final RandomGenerator dice;
    private final Map<String, String> settings = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    /** Set at the end of each constructor. */
    @SuppressWarnings("NullAway.Init")
    ChatModel model;

    ModelRig(String... overrides) {
        timers = new SkippedWaits();
        clock = new SkippingClock();
        dice = new Random(7);
        open(overrides);
    }

    /** The test controls the time; the jitter is fixed at one half. */
    ModelRig(FakeTime time, String... overrides) {
        timers = time;
        clock = time;
        dice = new RandomGenerator() {
            @Override
            public long nextLong() {
                return Long.MIN_VALUE;
            }
        };
        open(overrides);
    }

    private void open(String... overrides) {
        settings.put("parley.model.base-url", upstream.baseUrl().toString());
        settings.put("parley.model.api-key", "sk-canary");
        // One test's refused model may be called again in the next test.
        settings.put("parley.model.rest", "0s");
        for (int i = 0; i < overrides.length; i += 2) {
            settings.put("parley.model." + overrides[i], overrides[i + 1]);
        }
        model = newModel();
    }

    private ChatModel newModel() {
        return newModel(vertx, HostileAddresses.NAMES);
    }

    /** A client with the same settings and another name resolver. */
    ChatModel newModel(Vertx asking, OutgoingGuard.Names names) {
        return new ChatModel(config(settings), asking, meters, clock, new OutgoingGuard(asking, false, names),
                telemetry,
                timers, dice);
    }

    /** Resets what the client has learnt: a spent budget, an open breaker. */
    void restart() {
        model.close();
        model = newModel();
    }

    /** From now on delays between attempts last until {@link #endWaits}. */
    synchronized void holdWaits() {
        holding = true;
    }

    synchronized void endWaits() {
        held.forEach(task -> vertx.runOnContext(ignored -> task.run()));
        held.clear();
    }

    private synchronized void wait(Duration wait, Runnable task) {
        waits.add(wait);
        held.add(task);
        if (!holding) {
            endWaits();
        }
    }

    public static ModelConfig config(Map<String, String> properties) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(ModelConfig.class);
        properties.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(ModelConfig.class);
    }

    Answer ask() {
        return ask(HELLO);
    }

    Answer ask(ChatRequest request) {
        AssertSubscriber<ChatEvent> subscriber = model.answer(request).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        return end(subscriber);
    }

    static Answer end(AssertSubscriber<ChatEvent> subscriber) {
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> subscriber.hasCompleted() || subscriber.getFailure() != null);
        return new Answer(subscriber.getItems(), (ModelException) subscriber.getFailure());
    }

    double count(String name, String... tags) {
        var found = meters.find(name).tags(tags).counter();
        return found == null ? 0 : found.count();
    }

    @Override
    public void close() {
        model.close();
        upstream.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** All events of a subscriber, and the failure if there was one. */
    record Answer(List<ChatEvent> events, ModelException failure) {
        String text() {
            StringBuilder text = new StringBuilder();
            for (ChatEvent event : events) {
                if (event instanceof ChatEvent.Delta delta) {
                    text.append(delta.text());
                }
            }
            return text.toString();
        }

        ChatEvent.Started started() {
            return (ChatEvent.Started) events.get(0);
        }

        ChatEvent.Finished finished() {
            return (ChatEvent.Finished) events.get(events.size() - 1);
        }
    }

    /** The system's time plus the skipped delays. */
    private final class SkippingClock extends Clock {
        @Override
        public Instant instant() {
            return Instant.now().plus(waits.stream().reduce(Duration.ZERO, Duration::plus));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final class SkippedWaits implements Timers {
        private final Timers real = Timers.of(vertx);

        @Override
        public long nanos() {
            return real.nanos();
        }

        @Override
        public long deadline(Duration after, Runnable task) {
            return real.deadline(after, task);
        }

        @Override
        public long pause(Duration wait, Runnable task) {
            ModelRig.this.wait(wait, task);
            return -1;
        }

        @Override
        public void cancel(long timer) {
            real.cancel(timer);
        }
    }
}
