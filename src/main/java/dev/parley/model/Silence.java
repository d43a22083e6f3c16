package dev.parley.model;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The time from one piece of text to the next. One timer for many texts: it looks how old the newest is, and comes back when that will be too old. */
final class Silence {
    private final Timers timers;
    private final Deadline deadline;
    private final Duration limit;
    private long lastText;

    Silence(Timers timers, Deadline deadline, Duration limit) {
        this.timers = timers;
        this.deadline = deadline;
        this.limit = limit;
    }

    void broken() {
        lastText = timers.nanos();
    }

    /** @param ours whether it is we who do not listen */
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
