package dev.parley.model.health;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.Timers;
import org.jspecify.annotations.Nullable;

/** How one call gets its place at a lane, one lane after the other, and gives it back. On the call's context. */
public final class Entrance {
    private final Timers timers;
    private final Executor context;
    private LaneQueue.@Nullable Place place;
    private long timer;
    /** Counts the queues that were entered; whoever comes out of an earlier one is not waited for any more. */
    private int line;

    public Entrance(Timers timers, Executor context) {
        this.timers = timers;
        this.context = context;
    }

    /** A place is asked for once and never cancelled: when it comes too late it is given back. */
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

    /** The place is free for another, and nobody waits for one any more. */
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
