package dev.parley.model;

import java.time.Duration;

import io.vertx.core.Vertx;

/** Timers. Deadlines and pauses are separate, so that tests can skip the pauses. */
public interface Timers {
    /** Valid for differences only. */
    long nanos();

    /** Runs {@code task} on the calling Vert.x context unless cancelled. */
    long deadline(Duration after, Runnable task);

    /** Like {@link #deadline}, between two attempts. */
    long pause(Duration wait, Runnable task);

    void cancel(long timer);

    static Timers of(Vertx vertx) {
        return new Timers() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long deadline(Duration after, Runnable task) {
                return vertx.setTimer(Math.max(1, after.toMillis()), ignored -> task.run());
            }

            @Override
            public long pause(Duration wait, Runnable task) {
                return deadline(wait, task);
            }

            @Override
            public void cancel(long timer) {
                vertx.cancelTimer(timer);
            }
        };
    }
}
