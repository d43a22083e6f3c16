package dev.parley.model;

import java.time.Duration;

public final class Deadline {
    private static final long NONE = -1;

    private final Timers timers;
    private long timer = NONE;

    public Deadline(Timers timers) {
        this.timers = timers;
    }

    public void set(Duration after, Runnable task) {
        clear();
        timer = timers.deadline(after, () -> {
            timer = NONE;
            task.run();
        });
    }

    public void clear() {
        if (timer != NONE) {
            timers.cancel(timer);
            timer = NONE;
        }
    }
}
