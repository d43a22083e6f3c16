package dev.parley.socket;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/** Raw input of a socket. While closing, the framework reads on for ten seconds, which a flood would use. */
record IncomingBytes(@Nullable Channel channel) {
    /** Delay before closing: closing with unread bytes would drop the closing frame (RFC 1122, section 4.2.2.13). */
    private static final long CLOSES_AFTER_MILLIS = 1_000;

    static IncomingBytes of(HttpConnection connection) {
        return new IncomingBytes(connection instanceof ConnectionBase base ? base.channel() : null);
    }

    /** Stops reading and closes soon. From any thread. */
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
