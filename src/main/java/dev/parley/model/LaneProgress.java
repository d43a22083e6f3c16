package dev.parley.model;

import java.time.Duration;

import dev.parley.model.health.LaneGuard;
import dev.parley.model.health.LaneHabits;
import dev.parley.model.health.Objection;
import dev.parley.model.health.RetryBudget;
import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.ExpectedAnswer;
import org.jspecify.annotations.Nullable;

/** The progress of one answer through its lanes: the current lane, failures so far and their cost. */
final class LaneProgress {
    private final Gateway gateway;
    private final LaneOrder lanes;
    private final RetryBudget budget;
    private final long startedAt;
    private ChatRequest request;
    private int lane;
    /** Parts of this request that the lane refused; later attempts omit them. */
    private Objection refused = Objection.NONE;
    /** Usage of failed attempts, which are charged, too. */
    private @Nullable Usage wasted;
    private int attempts;
    private int retries;

    LaneProgress(Gateway gateway, LaneOrder lanes, ChatRequest request) {
        this.gateway = gateway;
        this.lanes = lanes;
        this.request = request;
        this.budget = gateway.guards().apply(lanes.get(0)).budget();
        this.startedAt = gateway.timers().nanos();
    }

    Lane here() {
        return lanes.get(lane);
    }

    LaneGuard guard() {
        return gateway.guards().apply(here());
    }

    ChatRequest request() {
        return request;
    }

    Objection refused() {
        return refused;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Usage wasted() {
        return wasted;
    }

    AnswerTimeouts patience() {
        return lanes.get(0).patience();
    }

    Duration took() {
        return Duration.ofNanos(gateway.timers().nanos() - startedAt);
    }

    /** Time left until the visitor must have the first word. */
    Duration openingLeft() {
        return patience().opening().minus(took());
    }

    void begin() {
        budget.earn();
    }

    void asking() {
        attempts++;
    }

    void waste(ModelException failure) {
        wasted = failure.usage() == null ? wasted : failure.usage().plus(wasted);
    }

    boolean hasNext(ModelErrorKind kind) {
        return lanes.after(lane, kind) >= 0;
    }

    void moveOn(ModelErrorKind kind) {
        lane = lanes.after(lane, kind);
        refused = Objection.NONE;
    }

    Attempt attempt() {
        Lane here = here();
        LaneHabits habits = guard().habits();
        LaneHabits.Fitted fitted = habits.fit(request, here, refused);
        AttemptTimes.Opening patience = new AttemptTimes.Opening(here.patience().firstToken(openingLeft()),
                openingLeft(), here.patience().betweenTokens());
        ExpectedAnswer expected = new ExpectedAnswer(fitted.request().mayCall(), request.mayCall(),
                request.functions(), habits.mayThinkUnmarked(here));
        return new Attempt(gateway.http(), fitted.lane(), fitted.request(), expected, patience, gateway.timers(),
                gateway.clock());
    }

    Decision decision(ModelException failure, RetryHints hints) {
        LaneHabits habits = guard().habits();
        Objection objection = hints.objection();
        // A parameter refused although it was omitted will be refused again.
        RetryHints fresh = refused.and(objection).equals(refused) ? hints.about(Objection.NONE) : hints;
        return gateway.policy().decide(new RetryPolicy.Failure(failure.kind(), fresh, false, retries,
                hasNext(failure.kind()), budget.left() || habits.knows(objection, request),
                request.shorter() != null, openingLeft()));
    }

    void follow(Decision decision, ModelException failure, RetryHints hints) {
        switch (decision) {
            case Decision.Retry retry -> {
                retries++;
                budget.spend();
            }
            case Decision.NextLane next -> {
                moveOn(failure.kind());
                if (failure.kind().asked()) {
                    budget.spend();
                }
            }
            case Decision.Shorten shorten -> {
                request = request.shortened();
                budget.spend();
            }
            case Decision.Adapt adapt -> {
                if (!guard().habits().knows(hints.objection(), request)) {
                    budget.spend();
                }
                refused = refused.and(hints.objection());
            }
            case Decision.GiveUp end -> {
                // Nobody is asked.
            }
        }
    }
}
