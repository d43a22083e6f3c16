package dev.parley.socket;

import dev.parley.feed.Backlog;
import dev.parley.feed.Frame;

/** Writes to a socket, with a limit for slow readers. Confined to one context. */
public final class SocketWriter {
    private final SocketConnection connection;
    private final Backlog backlog;
    private boolean closed;

    SocketWriter(SocketConnection connection, SocketLimits limits) {
        this.connection = connection;
        this.backlog = new Backlog(limits.queuedFrames(), limits.queuedCharacters());
    }

    public void send(Frame frame) {
        send(frame.json());
    }

    public void send(String frame) {
        if (closed || connection.isClosed()) {
            return;
        }
        if (!backlog.take(frame)) {
            close(CloseCode.SLOW);
            return;
        }
        connection.send(frame).subscribe().with(written -> backlog.done(frame), failure -> backlog.done(frame));
    }

    public void close(CloseCode code) {
        if (closed) {
            return;
        }
        closed = true;
        if (!connection.isClosed()) {
            connection.close(code).subscribe().with(done -> {}, alreadyGone -> {});
        }
    }
}
