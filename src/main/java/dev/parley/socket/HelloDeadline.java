package dev.parley.socket;

import java.time.Duration;

import io.vertx.core.Vertx;

/** The deadline for a client's first frame. Confined to one context. */
public final class HelloDeadline {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final SocketWriter writer;
    private long timer = NONE;

    public HelloDeadline(Vertx vertx, SocketWriter writer) {
        this.vertx = vertx;
        this.writer = writer;
    }

    public void begin(Duration within) {
        timer = vertx.setTimer(within.toMillis(), passed -> writer.close(CloseCode.NO_HELLO));
    }

    public void end() {
        vertx.cancelTimer(timer);
    }
}
