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

/** Passes events to each connection's line, whose queue is bounded; the framework's is not. */
public abstract class SocketEndpoint<L extends SocketLine<?>> {
    private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);

    private final Map<String, L> lines = new ConcurrentHashMap<>();

    /** {@code gauge} names the metric of open sockets. */
    protected SocketEndpoint(MeterRegistry metrics, String gauge) {
        metrics.gaugeMapSize(gauge, Tags.empty(), lines);
    }

    protected abstract L line(SocketConnection connection);

    protected final Collection<L> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        SocketConnection opened = new SocketConnection(connection);
        L line = line(opened);
        opened.place().ifPresent(SocketPlace::take);
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
            line.connection().place().ifPresent(SocketPlace::leave);
            line.closed();
        }
    }

    /** Mostly broken connections; a frame's text must not be logged. */
    @OnError
    @NonBlocking
    public void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("A socket failed: %s", failure.getClass().getName());
    }
}
