package dev.parley.widget;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;

/**
 * Writes frames to one socket and knows how many are not on their way yet. A client that does not read is cut off rather than kept in
 * memory; it reconnects and resumes. Used on one context only.
 */
final class SocketWriter {
    private final WebSocketConnection connection;
    private final int mostFrames;
    private final int mostCharacters;
    private int frames;
    private int characters;
    private boolean closed;

    SocketWriter(WebSocketConnection connection, WidgetConfig config) {
        this.connection = connection;
        this.mostFrames = config.queuedFrames();
        this.mostCharacters = config.queuedCharacters();
    }

    void send(String frame) {
        if (closed || connection.isClosed()) {
            return;
        }
        // A single frame may be larger than the limit: a long message is no sign of a slow reader.
        if (frames >= mostFrames || (frames > 0 && characters + frame.length() > mostCharacters)) {
            close(CloseCodes.SLOW);
            return;
        }
        frames++;
        characters += frame.length();
        connection.sendText(frame).subscribe().with(written -> done(frame), failure -> done(frame));
    }

    private void done(String frame) {
        frames--;
        characters -= frame.length();
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
