package dev.parley.socket;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/**
 * Hands on what comes on an endpoint's connections to the line of each. Frames wait in the line's own queue, because the framework's has no
 * bound: endpoints process them concurrently.
 */
public abstract class SocketEndpoint<L extends SocketLine<?>> {
    private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);

    private final Map<String, L> lines = new ConcurrentHashMap<>();

    /** The gauge's name is for the number of open sockets. */
    protected SocketEndpoint(MeterRegistry metrics, String gauge) {
        metrics.gaugeMapSize(gauge, Tags.empty(), lines);
    }

    /** Of a client that has just connected. */
    protected abstract L line(SocketConnection connection);

    protected final Collection<L> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        SocketConnection opened = new SocketConnection(connection);
        L line = line(opened);
        opened.place().ifPresent(StrangersPlace::take);
        lines.put(connection.id(), line);
        line.opened();
    }

    @OnTextMessage
    @NonBlocking
    public void text(String frame, WebSocketConnection connection) {
        L line = lines.get(connection.id());
        if (line != null) {
            line.received(frame);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    public void binary(Buffer ignored, WebSocketConnection connection) {
        L line = lines.get(connection.id());
        if (line != null) {
            line.refuseBinary();
        }
    }

    @OnPongMessage
    @NonBlocking
    public void pong(Buffer ignored, WebSocketConnection connection) {
        L line = lines.get(connection.id());
        if (line != null) {
            line.heard();
        }
    }

    @OnClose
    @NonBlocking
    public void closed(WebSocketConnection connection) {
        L line = lines.remove(connection.id());
        if (line != null) {
            line.connection().place().ifPresent(StrangersPlace::leave);
            line.closed();
        }
    }

    /** Mostly connections that broke; the frame's text must not reach the log. */
    @OnError
    @NonBlocking
    public void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("A socket failed: %s", failure.getClass().getName());
    }
}
