package dev.parley.model;

/** Everything that stands between a call and one lane; shared by all calls to it. */
record LaneGuard(LaneBreaker breaker, LaneQueue queue, LanePace pace, RetryBudget budget, LaneAlarms alarms,
        LaneTools tools) {
    /** It has failed; a lane that refuses functions alone has not. */
    void refused(Lane lane, ModelErrorKind kind, Attempt attempt) {
        pace.refused(kind, attempt.hints(), attempt.limits());
        alarms.refused(lane, kind);
    }
}
