package dev.parley.model.health;

import dev.parley.model.Attempt;
import dev.parley.model.ChatRequest;
import dev.parley.model.Lane;
import dev.parley.model.ModelException;
import dev.parley.model.reading.AnswerReader;

public record LaneGuard(LaneBreaker breaker, LaneQueue queue, LanePace pace, RetryBudget budget, LaneAlarms alarms,
        LaneHabits habits) {
    public void refused(Lane lane, ModelException failure, RetryHints hints, RateLimits limits) {
        pace.refused(failure.kind(), hints, limits);
        alarms.refused(lane, failure.kind(), failure.said());
    }

    public void refused(Lane lane, ModelException failure, Attempt attempt) {
        refused(lane, failure, attempt.hints(), attempt.limits());
        boolean thoughtTooLong = attempt.thought() && AnswerReader.CUT_EMPTY.equals(failure.upstreamCode());
        if (thoughtTooLong && !habits.quirks().contains(Quirk.NO_REASONING_EFFORT)) {
            habits.learn(lane, Quirk.THINKS_LONG);
        }
        if (attempt.thoughtUnmarked()) {
            habits.learn(lane, Quirk.UNMARKED_THOUGHTS);
        }
    }

    /** {@code mended}: the adaptation that worked. */
    public void answered(Lane lane, Attempt attempt, Objection mended, ChatRequest request) {
        pace.answered(attempt.limits(), request.maxTokens());
        alarms.answered(lane, attempt.model());
        habits.learn(lane, mended, request.tools());
    }
}
