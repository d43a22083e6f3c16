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

/** Passes events to each connection's session, whose queue is bounded; the framework's is not. */
public abstract class SocketEndpoint<L extends SocketSession<?>> {
    private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);

    private final Map<String, L> sessions = new ConcurrentHashMap<>();

    /** {@code gauge} names the metric of open sockets. */
    protected SocketEndpoint(MeterRegistry metrics, String gauge) {
        metrics.gaugeMapSize(gauge, Tags.empty(), sessions);
    }

    protected abstract L session(SocketConnection connection);

    protected final Collection<L> sessions() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        SocketConnection opened = new SocketConnection(connection);
        L session = session(opened);
        opened.place().ifPresent(SocketPlace::take);
        sessions.put(connection.id(), session);
        session.opened();
    }

    @OnTextMessage
    @NonBlocking
    public void text(String frame, WebSocketConnection connection) {
        L session = sessions.get(connection.id());
        if (session != null) {
            session.received(frame);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    public void binary(Buffer ignored, WebSocketConnection connection) {
        L session = sessions.get(connection.id());
        if (session != null) {
            session.refuseBinary();
        }
    }

    @OnPongMessage
    @NonBlocking
    public void pong(Buffer ignored, WebSocketConnection connection) {
        L session = sessions.get(connection.id());
        if (session != null) {
            session.heard();
        }
    }

    @OnClose
    @NonBlocking
    public void closed(WebSocketConnection connection) {
        L session = sessions.remove(connection.id());
        if (session != null) {
            session.connection().place().ifPresent(SocketPlace::leave);
            session.closed();
        }
    }

    /** Mostly broken connections; a frame's text must not be logged. */
    @OnError
    @NonBlocking
    public void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("A socket failed: %s", failure.getClass().getName());
    }
}
