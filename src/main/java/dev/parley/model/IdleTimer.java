package dev.parley.model;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Watches the time between texts with one timer, which checks the age of the latest and sleeps for the rest. */
final class IdleTimer {
    private final Timers timers;
    private final Deadline deadline;
    private final Duration limit;
    private long lastText;

    IdleTimer(Timers timers, Deadline deadline, Duration limit) {
        this.timers = timers;
        this.deadline = deadline;
        this.limit = limit;
    }

    void broken() {
        lastText = timers.nanos();
    }

    /** @param ours true while our side has paused reading */
    void watch(BooleanSupplier ours, Runnable tooLong) {
        deadline.set(limit, () -> check(ours, tooLong));
    }

    private void check(BooleanSupplier ours, Runnable tooLong) {
        Duration quiet = ours.getAsBoolean() ? Duration.ZERO : Duration.ofNanos(timers.nanos() - lastText);
        Duration left = limit.minus(quiet);
        if (left.toMillis() <= 0) {
            tooLong.run();
        } else {
            deadline.set(left, () -> check(ours, tooLong));
        }
    }
}
