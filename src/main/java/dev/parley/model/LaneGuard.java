package dev.parley.model;

/** Everything that stands between a call and one lane; shared by all calls to it. */
record LaneGuard(LaneBreaker breaker, LaneQueue queue, LanePace pace, RetryBudget budget, LaneAlarms alarms) {}
