package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Function;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one subscriber: attempt after attempt until text comes, then its text as fast as it is asked for. All of it happens on the
 * subscriber's Vert.x context, which is why nothing here is locked.
 */
final class ChatCall implements Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(ChatCall.class);

    /** What all calls share. */
    record Shop(ModelHttp http, Function<Lane, LaneBreaker> breakers, RetryPolicy policy, RetryBudget budget,
            Timers timers, Clock clock,
            ModelMetrics metrics, FailureLog failures) {}

    /** Remembers the newest failure, for health pages. */
    interface FailureLog {
        void failed(ModelErrorKind kind);
    }

    private final Shop shop;
    private final List<Lane> lanes;
    private final Flow.Subscriber<? super ChatEvent> subscriber;
    private final Context context;
    private final long startedAt;

    private ChatRequest request;
    private int lane;
    private int attempts;
    private int retries;
    private @Nullable Attempt current;
    private boolean streaming;
    private ChatEvent.@Nullable Started started;
    private long demand;
    private boolean draining;
    private boolean over;
    private long totalTimer;

    ChatCall(Shop shop, List<Lane> lanes, ChatRequest request, Flow.Subscriber<? super ChatEvent> subscriber,
            Context context) {
        this.shop = shop;
        this.lanes = lanes;
        this.request = request;
        this.subscriber = subscriber;
        this.context = context;
        this.startedAt = shop.timers().nanos();
    }

    void start() {
        shop.metrics().started();
        shop.budget().earn();
        subscriber.onSubscribe(this);
        run(() -> {
            if (!over) {
                totalTimer = shop.timers().deadline(lanes.get(0).timeouts().total(), this::outOfTime);
                attempt();
            }
        });
    }

    @Override
    public void request(long n) {
        run(() -> {
            if (n <= 0) {
                abandon();
                end("cancelled");
                subscriber.onError(new IllegalArgumentException("Demand must be positive"));
            } else {
                demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
                drain();
            }
        });
    }

    @Override
    public void cancel() {
        run(() -> {
            if (!over) {
                abandon();
                end("cancelled");
            }
        });
    }

    private void attempt() {
        if (over) {
            return;
        }
        Lane here = lanes.get(lane);
        Duration firstToken = shorter(here.timeouts().firstToken(), openingLeft());
        Attempt attempt = new Attempt(shop.http(), here, request, firstToken, shop.timers(), shop.clock());
        current = attempt;
        shop.breakers().apply(here)
                .guard(() -> {
                    attempts++;
                    return attempt.open();
                })
                .subscribe().with(
                        opened -> run(() -> opened(attempt)),
                        failure -> run(() -> failedToOpen(attempt, failure)));
    }

    private void opened(Attempt attempt) {
        if (over) {
            return;
        }
        streaming = true;
        shop.metrics().firstToken(Duration.ofNanos(shop.timers().nanos() - startedAt));
        started = new ChatEvent.Started(attempt.model(), attempt.requestId(), attempts);
        attempt.attach(this::drain);
        drain();
    }

    private void failedToOpen(Attempt attempt, Throwable thrown) {
        if (over || thrown instanceof CancellationException) {
            return;
        }
        ModelException failure = asModelException(thrown);
        noteAttempt(failure);
        switch (shop.policy()
                .decide(new RetryPolicy.Failure(failure.kind(), attempt.hints(), false, retries,
                        lane + 1 < lanes.size(),
                        shop.budget().left(), request.shorter() != null, openingLeft()))) {
            case Decision.Retry(Duration wait) -> {
                retries++;
                shop.budget().spend();
                shop.timers().pause(wait, this::attempt);
            }
            case Decision.NextLane() -> {
                lane++;
                attempt();
            }
            case Decision.Shorten() -> {
                request = request.shortened();
                shop.budget().spend();
                attempt();
            }
            case Decision.GiveUp() -> fail(failure);
        }
    }

    private ModelException asModelException(Throwable thrown) {
        if (thrown instanceof ModelException known) {
            return known;
        }
        if (thrown instanceof CircuitBreakerOpenException) {
            return new ModelException(ModelErrorKind.BREAKER_OPEN, 0, null, null, 0, false);
        }
        LOG.error("The model client has a bug", thrown);
        return new ModelException(ModelErrorKind.BAD_REQUEST, 0, null, null, 0, false);
    }

    private void drain() {
        Attempt attempt = current;
        if (draining || over || !streaming || attempt == null) {
            return;
        }
        draining = true;
        try {
            while (demand > 0 && !over) {
                ChatEvent next = next(attempt);
                if (next == null) {
                    break;
                }
                deliver(next);
            }
        } finally {
            draining = false;
        }
        ModelException failure = attempt.failure();
        if (failure != null && !over) {
            noteAttempt(failure);
            fail(failure);
        } else {
            attempt.flow();
        }
    }

    private @Nullable ChatEvent next(Attempt attempt) {
        ChatEvent first = started;
        started = null;
        return first == null ? attempt.poll() : first;
    }

    private void deliver(ChatEvent event) {
        if (demand != Long.MAX_VALUE) {
            demand--;
        }
        if (event instanceof ChatEvent.Finished) {
            end("finished");
            subscriber.onNext(event);
            subscriber.onComplete();
        } else {
            subscriber.onNext(event);
        }
    }

    private void outOfTime() {
        if (streaming && current != null) {
            current.fail(ModelErrorKind.TIMEOUT_TOTAL);
        } else if (!over) {
            abandon();
            fail(new ModelException(ModelErrorKind.TIMEOUT_TOTAL, 0, null, null, attempts, false));
        }
    }

    private void abandon() {
        if (current != null) {
            // A probe that its visitor abandons must not close the breaker: nobody knows yet whether the upstream is back.
            current.abandon(shop.breakers().apply(lanes.get(lane)).state() == ModelState.Breaker.HALF_OPEN);
        }
    }

    private void noteAttempt(ModelException failure) {
        shop.metrics().attemptFailed(failure.kind());
        shop.failures().failed(failure.kind());
        if (failure.kind() != ModelErrorKind.BREAKER_OPEN) {
            LOG.warnf("Model %s failed: %s, status %d, code %s, upstream request %s, our request %s", lanes.get(lane),
                    failure.kind().code(),
                    failure.status(), failure.upstreamCode(), failure.upstreamRequestId(), request.requestId());
        }
    }

    private void fail(ModelException failure) {
        end(failure.kind().code());
        subscriber.onError(new ModelException(failure.kind(), failure.status(), failure.upstreamCode(),
                failure.upstreamRequestId(), attempts,
                failure.afterFirstToken()));
    }

    private void end(String outcome) {
        if (!over) {
            over = true;
            shop.timers().cancel(totalTimer);
            shop.metrics().ended(outcome);
        }
    }

    private Duration openingLeft() {
        return lanes.get(0).timeouts().opening().minusNanos(shop.timers().nanos() - startedAt);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void run(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }
}
