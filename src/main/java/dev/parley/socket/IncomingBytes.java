package dev.parley.socket;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on one socket, below the framework. The framework reads on while it closes a socket, for ten seconds, so that a flood goes on
 * costing after it was told to end.
 */
record IncomingBytes(@Nullable Channel channel) {
    /** So that the closing frame arrives: a connection that closes with unread bytes is dropped at once (RFC 1122, section 4.2.2.13). */
    private static final long CLOSES_AFTER_MILLIS = 1_000;

    static IncomingBytes of(HttpConnection connection) {
        return new IncomingBytes(connection instanceof ConnectionBase base ? base.channel() : null);
    }

    /** Reads no more, and closes the connection soon. From any thread. */
    void stop() {
        Channel open = channel;
        if (open != null) {
            open.config().setAutoRead(false);
            var unused = open.eventLoop().schedule(() -> close(open), CLOSES_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void close(Channel open) {
        var unused = open.close();
    }
}
