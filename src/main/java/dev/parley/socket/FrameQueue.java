package dev.parley.socket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.parley.allowance.Bucket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** Executes a socket's frames in sequence. Bounded: a flood is dropped, and the socket is closed. */
final class FrameQueue {
    /** In bytes of UTF-8. */
    private static final int LARGEST_FRAME = 65_536;

    private final Context context;
    private final int max;
    private final Bucket allowance;
    private final Function<String, Uni<Void>> work;
    private final Consumer<CloseCode> hangUp;
    private final Deque<String> waiting = new ArrayDeque<>();
    /** Not yet on the context. */
    private final AtomicInteger arriving = new AtomicInteger();
    private boolean busy;
    private volatile boolean over;

    /** @param work never fails, and ends before the next frame starts */
    FrameQueue(Context context, SocketLimits limits, Function<String, Uni<Void>> work, Consumer<CloseCode> hangUp) {
        this.context = context;
        this.max = limits.waitingFrames();
        this.allowance = new Bucket(limits.frameBurst(), limits.framesPerSecond(), System.nanoTime());
        this.work = work;
        this.hangUp = hangUp;
    }

    /** From any thread. */
    void add(String frame) {
        if (isTooBig(frame)) {
            end(CloseCode.TOO_BIG);
            return;
        }
        arrive(() -> {
            if (waiting.size() >= max) {
                end(CloseCode.NOISY);
            } else {
                waiting.add(frame);
                next();
            }
        });
    }

    /** From any thread; counts as a frame and runs on the context. */
    void arrive(Runnable step) {
        if (over || arriving.incrementAndGet() > max) {
            end(CloseCode.NOISY);
            return;
        }
        context.runOnContext(ignored -> {
            arriving.decrementAndGet();
            if (allowance.take(System.nanoTime())) {
                step.run();
            } else {
                end(CloseCode.NOISY);
            }
        });
    }

    /** On the context. */
    void clear() {
        over = true;
        waiting.clear();
    }

    private void end(CloseCode code) {
        if (!over) {
            over = true;
            hangUp.accept(code);
        }
    }

    private static boolean isTooBig(String frame) {
        // A char takes at most three bytes.
        return frame.length() > LARGEST_FRAME
                || (frame.length() > LARGEST_FRAME / 3
                        && frame.getBytes(StandardCharsets.UTF_8).length > LARGEST_FRAME);
    }

    private void next() {
        String frame = busy || over ? null : waiting.poll();
        if (frame == null) {
            return;
        }
        busy = true;
        work.apply(frame).subscribe().with(done -> {
            busy = false;
            context.runOnContext(ignored -> next());
        });
    }
}
