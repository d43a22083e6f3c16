package dev.parley.handoff;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

public sealed interface Availability {
    /** An agent has a console open and is not away. Their workload does not matter, since the queue moves. */
    record SomebodyThere() implements Availability {}

    /** Within office hours, but no console is open. */
    record NobodyOnline() implements Availability {}

    /** {@code opens} is in the shop's zone; null if unknown. */
    record OutsideHours(@Nullable ZonedDateTime opens) implements Availability {}
}
