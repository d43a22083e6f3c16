package dev.parley.model;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;

import dev.parley.model.health.LaneAdmission;
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
    private final LaneProgress progress;
    private final Flow.Subscriber<? super ChatEvent> subscriber;
    private final Context context;
    private final LaneAdmission admission;

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
        this.progress = new LaneProgress(gateway, lanes, request);
        this.subscriber = subscriber;
        this.context = context;
        this.traced = gateway.telemetry().none();
        this.admission = new LaneAdmission(gateway.timers(), this::run);
    }

    void start() {
        gateway.metrics().started();
        progress.begin();
        subscriber.onSubscribe(this);
        run(() -> {
            if (!over) {
                totalTimer = gateway.timers().deadline(progress.patience().total(), this::outOfTime);
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
        LaneGuard guard = progress.guard();
        LanePace.Rest rest = guard.pace().rest();
        if (rest == null) {
            admission.enter(guard.queue(), progress.openingLeft(), () -> entered(guard),
                    full -> decide(LaneBreaker.failure(full), RetryHints.NONE));
        } else {
            letRest(rest);
        }
    }

    private void letRest(LanePace.Rest rest) {
        switch (gateway.policy().whileResting(rest, progress.hasNext(rest.reason()), progress.openingLeft())) {
            case Decision.Retry(Duration wait) -> gateway.timers().pause(wait, this::attempt);
            case Decision.NextLane() -> {
                progress.moveOn(rest.reason());
                attempt();
            }
            default -> fail(restingSince(rest));
        }
    }

    private ModelException restingSince(LanePace.Rest rest) {
        return new ModelException(rest.reason(), 0, null, null, progress.attempts(), false);
    }

    private void entered(LaneGuard guard) {
        Attempt attempt = progress.attempt();
        current = attempt;
        guard.breaker()
                .guard(Attempt.class, () -> {
                    progress.asking();
                    traced = gateway.telemetry().begin(progress.here(), progress.request());
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
        guard.answered(progress.here(), attempt, progress.refused(), progress.request());
        streaming = true;
        traced.answered(attempt.model());
        gateway.metrics().firstToken(progress.took());
        started = new ChatEvent.Started(attempt.model(), attempt.requestId(), progress.attempts());
        attempt.attach(this::drain);
        drain();
    }

    private void failedToOpen(LaneGuard guard, Attempt attempt, Throwable thrown) {
        admission.leave();
        if (over || thrown instanceof CancellationException) {
            return;
        }
        ModelException failure = LaneBreaker.failure(thrown);
        progress.waste(failure);
        Decision decision = decision(failure, attempt.hints());
        if (!(decision instanceof Decision.Adapt)) {
            guard.refused(progress.here(), failure, attempt);
        }
        carryOut(decision, failure, attempt.hints());
    }

    private void decide(ModelException failure, RetryHints hints) {
        carryOut(decision(failure, hints), failure, hints);
    }

    private Decision decision(ModelException failure, RetryHints hints) {
        noteAttempt(failure);
        return progress.decision(failure, hints);
    }

    private void carryOut(Decision decision, ModelException failure, RetryHints hints) {
        progress.follow(decision, failure, hints);
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
            progress.waste(failure);
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
            subscriber.onNext(finished.counting(progress.wasted()));
            subscriber.onComplete();
        } else {
            subscriber.onNext(event);
        }
    }

    private void noteHowItAnswered() {
        if (current != null) {
            progress.guard().habits().heard(progress.here(), current.thoughtUnmarked(), current.unknownWord());
        }
    }

    private void outOfTime() {
        if (streaming && current != null) {
            current.fail(ModelErrorKind.TIMEOUT_TOTAL);
        } else if (!over) {
            abandon();
            fail(new ModelException(ModelErrorKind.TIMEOUT_TOTAL, 0, null, null, progress.attempts(), false));
        }
    }

    private void abandon() {
        if (current != null) {
            // A half-open probe that its visitor cancels must not close the breaker: the upstream may still be down.
            current.abandon(progress.guard().breaker().state() == ModelState.Breaker.HALF_OPEN);
        }
    }

    private void noteAttempt(ModelException failure) {
        traced.failed(failure.kind().code());
        gateway.attemptFailed(progress.here(), failure, progress.request().requestId());
    }

    private void fail(ModelException failure) {
        end(failure.kind().code());
        subscriber.onError(failure.over(progress.attempts(), progress.wasted()));
    }

    private void end(String outcome) {
        if (!over) {
            over = true;
            admission.leave();
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
