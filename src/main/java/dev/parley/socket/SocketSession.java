package dev.parley.socket;

import dev.parley.feed.ConversationFrame.Drain;
import dev.parley.feed.Frame;
import dev.parley.feed.Frames;
import dev.parley.platform.database.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** A client's socket: runs its frames in sequence on one context, without locks. Only public methods are safe. */
public abstract class SocketSession<F> {
    private final SocketConnection connection;
    private final SocketLimits limits;
    private final Context context;
    private final SocketWriter writer;
    private final FrameQueue frames;
    private volatile long lastHeardNanos = System.nanoTime();

    /** No frames arrive until {@link SocketEndpoint} knows the session. */
    @SuppressWarnings("this-escape")
    protected SocketSession(SocketConnection connection, SocketLimits limits, Vertx vertx) {
        this.connection = connection;
        this.limits = limits;
        this.context = OwnContext.on(vertx);
        this.writer = new SocketWriter(connection, limits);
        this.frames = new FrameQueue(context, limits, this::take, this::hangUp);
    }

    /** Called from any thread. */
    protected abstract void opened();

    /** Fails with a {@link RefusedFrameException}. */
    protected abstract F read(String frame);

    /** The next frame waits until this completes. */
    protected abstract Uni<Void> carryOut(F frame);

    /** Reports a failed frame to the client; {@code frame} is null if unreadable. */
    protected abstract void refuse(Throwable failure, @Nullable F frame);

    /** The socket is closed. */
    protected abstract void left();

    public final void tell(Frame frame) {
        onContext(() -> writer.send(frame));
    }

    /** Serialized once for many clients. */
    public final void tell(String frame) {
        onContext(() -> writer.send(frame));
    }

    public final void close(CloseCode code) {
        onContext(() -> writer.close(code));
    }

    protected final void onContext(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }

    protected final SocketConnection connection() {
        return connection;
    }

    protected final Context context() {
        return context;
    }

    protected final SocketWriter writer() {
        return writer;
    }

    final void received(String frame) {
        heard();
        frames.add(frame);
    }

    final void refuseBinary() {
        heard();
        frames.arrive(() -> writer.send(Frames.error("bad_frame",
                "Frames are JSON in text messages; binary messages are not read.", false, null)));
    }

    final void heard() {
        lastHeardNanos = System.nanoTime();
    }

    final boolean isDeadAt(long nowNanos) {
        return nowNanos - lastHeardNanos > limits.deadAfter().toNanos();
    }

    final void drain() {
        onContext(() -> {
            writer.send(new Drain());
            writer.close(CloseCode.RESTARTING);
        });
    }

    final void closed() {
        onContext(() -> {
            frames.clear();
            left();
        });
    }

    private Uni<Void> take(String text) {
        F frame;
        try {
            frame = read(text);
        } catch (RuntimeException unreadable) {
            refuse(unreadable, null);
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> carryOut(frame))
                .onFailure().recoverWithItem(failure -> {
                    refuse(failure, frame);
                    return null;
                });
    }

    private void hangUp(CloseCode code) {
        connection.place().ifPresent(SocketPlace::flooded);
        close(code);
    }
}
