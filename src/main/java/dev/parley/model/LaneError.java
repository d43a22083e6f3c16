package dev.parley.model;

import java.time.Instant;

/** Why and when a lane did not begin to answer. */
public record LaneError(ModelErrorKind kind, Instant at) {}
