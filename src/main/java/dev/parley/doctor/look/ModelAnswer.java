package dev.parley.doctor.look;

import java.time.Duration;
import java.util.Optional;

import dev.parley.model.health.LaneCheck;

/** What a model's server says when asked for its list of models, which costs nothing. */
public sealed interface ModelAnswer {
    /** {@code clock}: how far its clock is ahead of ours. */
    record Answered(int status, LaneCheck check, Optional<Duration> clock) implements ModelAnswer {}

    record Unreachable(String why) implements ModelAnswer {}
}
