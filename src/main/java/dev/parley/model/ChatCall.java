package dev.parley.model;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one subscriber: attempt after attempt until text comes, then its text as fast as it is asked for. All of it happens on the
 * subscriber's Vert.x context, which is why nothing here is locked.
 */
final class ChatCall implements Flow.Subscription {
    private final Gateway gateway;
    private final LaneOrder lanes;
    private final RetryBudget budget;
    private final Flow.Subscriber<? super ChatEvent> subscriber;
    private final Context context;
    private final long startedAt;
    private final Entrance entrance;

    private ChatRequest request;
    private int lane;
    /** What this lane has refused so far of this request, which goes to it without. */
    private Objection refused = Objection.NONE;
    /** What attempts without an answer were counted; they are paid, too. */
    private @Nullable Usage wasted;
    private int attempts;
    private int retries;
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
        this.lanes = lanes;
        this.budget = gateway.guards().apply(lanes.get(0)).budget();
        this.request = request;
        this.subscriber = subscriber;
        this.context = context;
        this.startedAt = gateway.timers().nanos();
        this.traced = gateway.telemetry().none();
        this.entrance = new Entrance(gateway.timers(), this::run);
    }

    void start() {
        gateway.metrics().started();
        budget.earn();
        subscriber.onSubscribe(this);
        run(() -> {
            if (!over) {
                totalTimer = gateway.timers().deadline(lanes.get(0).patience().total(), this::outOfTime);
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
        LaneGuard guard = gateway.guards().apply(lanes.get(lane));
        LanePace.Rest rest = guard.pace().rest();
        if (rest == null) {
            entrance.enter(guard.queue(), openingLeft(), () -> entered(guard),
                    full -> decide(LaneBreaker.failure(full), RetryHints.NONE));
        } else {
            letRest(rest);
        }
    }

    private void letRest(LanePace.Rest rest) {
        int next = lanes.after(lane, rest.reason());
        switch (gateway.policy().whileResting(rest, next >= 0, openingLeft())) {
            case Decision.Retry(Duration wait) -> gateway.timers().pause(wait, this::attempt);
            case Decision.NextLane() -> {
                moveTo(next);
                attempt();
            }
            default -> fail(restingSince(rest));
        }
    }

    private void moveTo(int next) {
        lane = next;
        refused = Objection.NONE;
    }

    private ModelException restingSince(LanePace.Rest rest) {
        return new ModelException(rest.reason(), 0, null, null, attempts, false);
    }

    private void entered(LaneGuard guard) {
        Lane here = lanes.get(lane);
        LaneHabits.Fitted fitted = guard.habits().fit(request, here, refused);
        AttemptTimes.Opening patience = new AttemptTimes.Opening(here.patience().firstToken(openingLeft()),
                openingLeft(), here.patience().betweenTokens());
        AnswerReader.Expected expected = new AnswerReader.Expected(fitted.request().mayCall(), request.mayCall(),
                request.functions(), guard.habits().mayThinkUnmarked(here));
        Attempt attempt = new Attempt(gateway.http(), fitted.lane(), fitted.request(), expected, patience,
                gateway.timers(), gateway.clock());
        current = attempt;
        guard.breaker()
                .guard(Attempt.class, () -> {
                    attempts++;
                    traced = gateway.telemetry().begin(here, request);
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
        guard.answered(lanes.get(lane), attempt, refused, request);
        streaming = true;
        traced.answered(attempt.model());
        gateway.metrics().firstToken(Duration.ofNanos(gateway.timers().nanos() - startedAt));
        started = new ChatEvent.Started(attempt.model(), attempt.requestId(), attempts);
        attempt.attach(this::drain);
        drain();
    }

    private void failedToOpen(LaneGuard guard, Attempt attempt, Throwable thrown) {
        entrance.leave();
        if (over || thrown instanceof CancellationException) {
            return;
        }
        ModelException failure = LaneBreaker.failure(thrown);
        wasted = failure.usage() == null ? wasted : failure.usage().plus(wasted);
        Decision decision = decision(failure, attempt.hints());
        if (!(decision instanceof Decision.Adapt)) {
            guard.refused(lanes.get(lane), failure, attempt);
        }
        carryOut(decision, failure, attempt.hints());
    }

    private void decide(ModelException failure, RetryHints hints) {
        carryOut(decision(failure, hints), failure, hints);
    }

    private Decision decision(ModelException failure, RetryHints hints) {
        noteAttempt(failure);
        LaneHabits habits = gateway.guards().apply(lanes.get(lane)).habits();
        Objection objection = hints.objection();
        // What is refused although it was left out will be refused again.
        RetryHints fresh = refused.and(objection).equals(refused) ? hints.about(Objection.NONE) : hints;
        return gateway.policy().decide(new RetryPolicy.Failure(failure.kind(), fresh, false, retries,
                lanes.after(lane, failure.kind()) >= 0, budget.left() || habits.knows(objection, request),
                request.shorter() != null, openingLeft()));
    }

    private void carryOut(Decision decision, ModelException failure, RetryHints hints) {
        switch (decision) {
            case Decision.Retry(Duration wait) -> {
                retries++;
                budget.spend();
                gateway.timers().pause(wait, this::attempt);
            }
            case Decision.NextLane() -> {
                moveTo(lanes.after(lane, failure.kind()));
                if (failure.kind().asked()) {
                    budget.spend();
                }
                attempt();
            }
            case Decision.Shorten() -> {
                request = request.shortened();
                budget.spend();
                attempt();
            }
            case Decision.Adapt() -> {
                if (!gateway.guards().apply(lanes.get(lane)).habits().knows(hints.objection(), request)) {
                    budget.spend();
                }
                refused = refused.and(hints.objection());
                attempt();
            }
            case Decision.GiveUp() -> fail(failure);
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
            wasted = failure.usage() == null ? wasted : failure.usage().plus(wasted);
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
            subscriber.onNext(finished.counting(wasted));
            subscriber.onComplete();
        } else {
            subscriber.onNext(event);
        }
    }

    private void noteHowItAnswered() {
        if (current != null) {
            gateway.guards().apply(lanes.get(lane)).habits().heard(lanes.get(lane), current.thoughtUnmarked());
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
            current.abandon(
                    gateway.guards().apply(lanes.get(lane)).breaker().state() == ModelState.Breaker.HALF_OPEN);
        }
    }

    private void noteAttempt(ModelException failure) {
        traced.failed(failure.kind().code());
        gateway.attemptFailed(lanes.get(lane), failure, request.requestId());
    }

    private void fail(ModelException failure) {
        end(failure.kind().code());
        subscriber.onError(failure.over(attempts, wasted));
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

    private Duration openingLeft() {
        return lanes.get(0).patience().opening().minusNanos(gateway.timers().nanos() - startedAt);
    }

    private void run(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }
}
