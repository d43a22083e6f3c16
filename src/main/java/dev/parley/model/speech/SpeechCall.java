package dev.parley.model.speech;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import dev.parley.model.Decision;
import dev.parley.model.Gateway;
import dev.parley.model.Lane;
import dev.parley.model.LaneOrder;
import dev.parley.model.ModelException;
import dev.parley.model.RetryPolicy;
import dev.parley.model.health.LaneAdmission;
import dev.parley.model.health.LaneBreaker;
import dev.parley.model.health.LaneGuard;
import dev.parley.model.health.LanePace;
import dev.parley.model.health.Quirk;
import dev.parley.model.health.RetryBudget;
import dev.parley.model.health.RetryHints;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Transcribes a recording over attempts and lanes, with the same policy as answers. On one Vert.x context. */
final class SpeechCall {
    /** Models that reply without timestamps (openai-wire: `json` only). */
    private static final String WITHOUT_TIMES = "gpt-";

    private final Vertx vertx;
    private final Context context;
    private final Gateway gateway;
    private final LaneOrder lanes;
    private final SpeechRequest speech;
    private final UniEmitter<? super ModelTranscript> emitter;
    private final RetryBudget budget;
    private final LaneAdmission admission;
    private final long startedAt;
    private final Set<Quirk> refused = EnumSet.noneOf(Quirk.class);
    private int lane;
    private int attempts;
    private int retries;

    SpeechCall(Vertx vertx, Context context, Gateway gateway, LaneOrder lanes, SpeechRequest speech,
            UniEmitter<? super ModelTranscript> emitter) {
        this.vertx = vertx;
        this.context = context;
        this.gateway = gateway;
        this.lanes = lanes;
        this.speech = speech;
        this.emitter = emitter;
        this.budget = gateway.guards().apply(lanes.get(0)).budget();
        this.admission = new LaneAdmission(gateway.timers(), this::run);
        this.startedAt = gateway.timers().nanos();
    }

    void start() {
        gateway.metrics().started();
        budget.earn();
        run(this::attempt);
    }

    private void attempt() {
        LaneGuard guard = gateway.guards().apply(lanes.get(lane));
        LanePace.Rest rest = guard.pace().rest();
        if (rest == null) {
            admission.enter(guard.queue(), left(), () -> entered(guard),
                    full -> carryOut(LaneBreaker.failure(full), RetryHints.NONE));
        } else {
            letRest(rest);
        }
    }

    private void letRest(LanePace.Rest rest) {
        int next = lanes.after(lane, rest.reason());
        switch (gateway.policy().whileResting(rest, next >= 0, left())) {
            case Decision.Retry(Duration wait) -> gateway.timers().pause(wait, this::attempt);
            case Decision.NextLane() -> {
                moveTo(next);
                attempt();
            }
            default -> fail(new ModelException(rest.reason(), 0, null, null, attempts, false));
        }
    }

    private void moveTo(int next) {
        lane = next;
        refused.clear();
    }

    private void entered(LaneGuard guard) {
        Lane here = lanes.get(lane);
        Set<Quirk> known = EnumSet.noneOf(Quirk.class);
        known.addAll(guard.habits().quirks());
        known.addAll(refused);
        boolean plain = here.model().startsWith(WITHOUT_TIMES);
        SpeechAttempt attempt = new SpeechAttempt(vertx, gateway, here, speech.without(known),
                speech.translate() && !plain && !known.contains(Quirk.NO_TRANSLATIONS),
                !plain && !known.contains(Quirk.PLAIN_TRANSCRIPTS), left());
        guard.breaker().guard(ModelTranscript.class, () -> {
            attempts++;
            return attempt.make();
        }).subscribe().with(
                transcription -> run(() -> transcribed(guard, attempt, transcription)),
                failure -> run(() -> failed(guard, attempt, failure)));
    }

    private void transcribed(LaneGuard guard, SpeechAttempt attempt, ModelTranscript transcription) {
        Lane here = lanes.get(lane);
        guard.pace().answered(attempt.limits(), 0);
        guard.alarms().answered(here, here.model());
        refused.forEach(quirk -> guard.habits().learn(here, quirk));
        admission.leave();
        gateway.metrics().ended("finished");
        emitter.complete(transcription.by(here.model(), transcription.upstreamRequestId(), attempts));
    }

    private void failed(LaneGuard guard, SpeechAttempt attempt, Throwable thrown) {
        admission.leave();
        ModelException failure = LaneBreaker.failure(thrown);
        Quirk found = attempt.found();
        if (found != null && refused.add(found) && left().compareTo(RetryPolicy.SHORTEST_ATTEMPT) >= 0) {
            attempt();
            return;
        }
        guard.refused(lanes.get(lane), failure, attempt.hints(), attempt.limits());
        carryOut(failure, attempt.hints());
    }

    private void carryOut(ModelException failure, RetryHints hints) {
        gateway.attemptFailed(lanes.get(lane), failure, speech.requestId());
        int next = lanes.after(lane, failure.kind());
        switch (gateway.policy().decide(new RetryPolicy.Failure(failure.kind(), hints, false, retries, next >= 0,
                budget.left(), false, left()))) {
            case Decision.Retry(Duration wait) -> {
                retries++;
                budget.spend();
                gateway.timers().pause(wait, this::attempt);
            }
            case Decision.NextLane() -> {
                moveTo(next);
                if (failure.kind().asked()) {
                    budget.spend();
                }
                attempt();
            }
            default -> fail(failure);
        }
    }

    private void fail(ModelException failure) {
        admission.leave();
        gateway.metrics().ended(failure.kind().code());
        emitter.fail(failure.over(attempts, null));
    }

    private Duration left() {
        return speech.within().minusNanos(gateway.timers().nanos() - startedAt);
    }

    private void run(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }
}
