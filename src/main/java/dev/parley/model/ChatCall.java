package dev.parley.model;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;

import dev.parley.model.health.Entrance;
import dev.parley.model.health.LaneBreaker;
import dev.parley.model.health.LaneGuard;
import dev.parley.model.health.LanePace;
import dev.parley.model.health.ModelState;
import dev.parley.model.health.RetryHints;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Runs attempts until one opens, then passes its text on. Confined to the subscriber's Vert.x context. */
final class ChatCall implements Flow.Subscription {
    private final Gateway gateway;
    private final LaneCourse course;
    private final Flow.Subscriber<? super ChatEvent> subscriber;
    private final Context context;
    private final Entrance entrance;

    private @Nullable Attempt current;
    private TracedAttempt traced;
    private boolean streaming;
    private ChatEvent.@Nullable Started started;
    private long demand;
    private boolean draining;
    private boolean over;
    private long totalTimer;

    ChatCall(Gateway gateway, LaneOrder lanes, ChatRequest request, Flow.Subscriber<? super ChatEvent> subscriber,
            Context context) {
        this.gateway = gateway;
        this.course = new LaneCourse(gateway, lanes, request);
        this.subscriber = subscriber;
        this.context = context;
        this.traced = gateway.telemetry().none();
        this.entrance = new Entrance(gateway.timers(), this::run);
    }

    void start() {
        gateway.metrics().started();
        course.begin();
        subscriber.onSubscribe(this);
        run(() -> {
            if (!over) {
                totalTimer = gateway.timers().deadline(course.patience().total(), this::outOfTime);
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
        LaneGuard guard = course.guard();
        LanePace.Rest rest = guard.pace().rest();
        if (rest == null) {
            entrance.enter(guard.queue(), course.openingLeft(), () -> entered(guard),
                    full -> decide(LaneBreaker.failure(full), RetryHints.NONE));
        } else {
            letRest(rest);
        }
    }

    private void letRest(LanePace.Rest rest) {
        switch (gateway.policy().whileResting(rest, course.hasNext(rest.reason()), course.openingLeft())) {
            case Decision.Retry(Duration wait) -> gateway.timers().pause(wait, this::attempt);
            case Decision.NextLane() -> {
                course.moveOn(rest.reason());
                attempt();
            }
            default -> fail(restingSince(rest));
        }
    }

    private ModelException restingSince(LanePace.Rest rest) {
        return new ModelException(rest.reason(), 0, null, null, course.attempts(), false);
    }

    private void entered(LaneGuard guard) {
        Attempt attempt = course.attempt();
        current = attempt;
        guard.breaker()
                .guard(Attempt.class, () -> {
                    course.asking();
                    traced = gateway.telemetry().begin(course.here(), course.request());
                    return attempt.open();
                })
                .subscribe().with(
                        opened -> run(() -> opened(guard, attempt)),
                        failure -> run(() -> failedToOpen(guard, attempt, failure)));
    }

    private void opened(LaneGuard guard, Attempt attempt) {
        if (over) {
            return;
        }
        guard.answered(course.here(), attempt, course.refused(), course.request());
        streaming = true;
        traced.answered(attempt.model());
        gateway.metrics().firstToken(course.took());
        started = new ChatEvent.Started(attempt.model(), attempt.requestId(), course.attempts());
        attempt.attach(this::drain);
        drain();
    }

    private void failedToOpen(LaneGuard guard, Attempt attempt, Throwable thrown) {
        entrance.leave();
        if (over || thrown instanceof CancellationException) {
            return;
        }
        ModelException failure = LaneBreaker.failure(thrown);
        course.waste(failure);
        Decision decision = decision(failure, attempt.hints());
        if (!(decision instanceof Decision.Adapt)) {
            guard.refused(course.here(), failure, attempt);
        }
        carryOut(decision, failure, attempt.hints());
    }

    private void decide(ModelException failure, RetryHints hints) {
        carryOut(decision(failure, hints), failure, hints);
    }

    private Decision decision(ModelException failure, RetryHints hints) {
        noteAttempt(failure);
        return course.decision(failure, hints);
    }

    private void carryOut(Decision decision, ModelException failure, RetryHints hints) {
        course.follow(decision, failure, hints);
        switch (decision) {
            case Decision.Retry(Duration wait) -> gateway.timers().pause(wait, this::attempt);
            case Decision.GiveUp() -> fail(failure);
            case Decision.NextLane next -> attempt();
            case Decision.Shorten shorten -> attempt();
            case Decision.Adapt adapt -> attempt();
        }
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
            course.waste(failure);
            if (attempt.thoughtUnmarked()) {
                noteHowItAnswered();
            }
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
        if (event instanceof ChatEvent.Finished finished) {
            traced.finished(finished);
            end("finished");
            noteHowItAnswered();
            subscriber.onNext(finished.counting(course.wasted()));
            subscriber.onComplete();
        } else {
            subscriber.onNext(event);
        }
    }

    private void noteHowItAnswered() {
        if (current != null) {
            course.guard().habits().heard(course.here(), current.thoughtUnmarked(), current.unknownWord());
        }
    }

    private void outOfTime() {
        if (streaming && current != null) {
            current.fail(ModelErrorKind.TIMEOUT_TOTAL);
        } else if (!over) {
            abandon();
            fail(new ModelException(ModelErrorKind.TIMEOUT_TOTAL, 0, null, null, course.attempts(), false));
        }
    }

    private void abandon() {
        if (current != null) {
            // A half-open probe that its visitor cancels must not close the breaker: the upstream may still be down.
            current.abandon(course.guard().breaker().state() == ModelState.Breaker.HALF_OPEN);
        }
    }

    private void noteAttempt(ModelException failure) {
        traced.failed(failure.kind().code());
        gateway.attemptFailed(course.here(), failure, course.request().requestId());
    }

    private void fail(ModelException failure) {
        end(failure.kind().code());
        subscriber.onError(failure.over(course.attempts(), course.wasted()));
    }

    private void end(String outcome) {
        if (!over) {
            over = true;
            entrance.leave();
            gateway.timers().cancel(totalTimer);
            gateway.metrics().ended(outcome);
            traced.failed(outcome);
        }
    }

    private void run(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }
}
