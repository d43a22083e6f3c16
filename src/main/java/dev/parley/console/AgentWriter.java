package dev.parley.console;

import dev.parley.feed.Backlog;
import dev.parley.feed.Frame;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;

/** Writes frames to one agent's socket, unless its client reads too slowly. Used on one context only. */
final class AgentWriter {
    private final WebSocketConnection connection;
    private final Backlog backlog;
    private boolean closed;

    AgentWriter(WebSocketConnection connection, ConsoleConfig config) {
        this.connection = connection;
        this.backlog = new Backlog(config.queuedFrames(), config.queuedCharacters());
    }

    void send(Frame frame) {
        send(frame.json());
    }

    void send(String frame) {
        if (closed || connection.isClosed()) {
            return;
        }
        if (!backlog.take(frame)) {
            close(CloseCodes.SLOW);
            return;
        }
        connection.sendText(frame).subscribe().with(written -> backlog.done(frame), failure -> backlog.done(frame));
    }

    void close(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        if (!connection.isClosed()) {
            connection.close(reason).subscribe().with(done -> {}, alreadyGone -> {});
        }
    }
}
