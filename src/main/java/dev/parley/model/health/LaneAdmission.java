package dev.parley.model.health;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.Timers;
import org.jspecify.annotations.Nullable;

/** Acquires a place at one lane after the other, and releases it. On the call's context. */
public final class LaneAdmission {
    private final Timers timers;
    private final Executor context;
    private LaneQueue.@Nullable Place place;
    private long timer;
    /** Number of queues entered; a late answer from an earlier queue is ignored. */
    private int line;

    public LaneAdmission(Timers timers, Executor context) {
        this.timers = timers;
        this.context = context;
    }

    /** Requests are never cancelled; a place that comes too late is released. */
    public void enter(LaneQueue queue, Duration within, Runnable entered, Consumer<Throwable> refused) {
        int mine = ++line;
        queue.enter().subscribe().with(
                got -> context.execute(() -> got(mine, got, entered)),
                full -> context.execute(() -> refused(mine, full, refused)));
        if (mine == line && place == null) {
            timer = timers.deadline(within, () -> refused(mine,
                    new ModelException(ModelErrorKind.BUSY, 0, null, null, 0, false), refused));
        }
    }

    private void got(int mine, LaneQueue.Place got, Runnable entered) {
        if (mine != line) {
            got.leave();
            return;
        }
        timers.cancel(timer);
        place = got;
        entered.run();
    }

    private void refused(int mine, Throwable why, Consumer<Throwable> refused) {
        if (mine == line) {
            leave();
            refused.accept(why);
        }
    }

    /** Releases the place and stops waiting for one. */
    public void leave() {
        line++;
        timers.cancel(timer);
        LaneQueue.Place held = place;
        place = null;
        if (held != null) {
            held.leave();
        }
    }
}
