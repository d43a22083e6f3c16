package dev.parley.model;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The timer of an attempt: until the first text, between texts, then for the rest of the body. */
final class AttemptTimes {
    /** For what follows the answer: a refusal's body, the usage chunk, the end of the stream. */
    private static final Duration TAIL = Duration.ofSeconds(2);
    /** Most servers end the body right after the end mark. */
    private static final Duration AFTER_DONE = Duration.ofMillis(300);

    private final Timers timers;
    private final Opening patience;
    private final BooleanSupplier ours;
    private final Deadline deadline;
    private final IdleTimer idle;
    private long openedAt;
    private boolean thinking;
    private boolean nearlyFinished;

    /** Time to the first text, the same while reasoning output arrives, and between texts. */
    record Opening(Duration firstToken, Duration thinking, Duration between) {}

    /** @param ours true while our side has paused reading */
    AttemptTimes(Timers timers, Opening patience, BooleanSupplier ours) {
        this.timers = timers;
        this.patience = patience;
        this.ours = ours;
        this.deadline = new Deadline(timers);
        this.idle = new IdleTimer(timers, deadline, patience.between());
    }

    void opening(Runnable tooLate) {
        openedAt = timers.nanos();
        deadline.set(patience.firstToken(), tooLate);
    }

    /** Reasoning output: extends the wait for the first word. */
    void thinking(boolean beforeTheFirstWord, Runnable tooLate) {
        idle.broken();
        if (!thinking && beforeTheFirstWord) {
            Duration left = patience.thinking().minusNanos(timers.nanos() - openedAt);
            deadline.set(left.isNegative() ? Duration.ZERO : left, tooLate);
        }
        thinking = true;
    }

    void text(boolean first, Runnable tooQuiet) {
        idle.broken();
        // Some servers send a finish reason with every piece.
        if (first || nearlyFinished) {
            idle.watch(ours, tooQuiet);
        }
        nearlyFinished = false;
    }

    void listening() {
        idle.broken();
    }

    void nearlyFinished(Runnable over) {
        nearlyFinished = true;
        deadline.set(TAIL, over);
    }

    void done(Runnable over) {
        deadline.set(AFTER_DONE, over);
    }

    void tail(Runnable over) {
        deadline.set(TAIL, over);
    }

    void clear() {
        deadline.clear();
    }
}
