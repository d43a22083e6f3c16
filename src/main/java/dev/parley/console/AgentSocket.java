package dev.parley.console;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.parley.access.AgentMechanism;
import dev.parley.agent.SignedIn;
import dev.parley.platform.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/**
 * The endpoint of `parley.agent.v1`. Whoever has no session is refused before the upgrade, as is a page of another origin. Frames are
 * handed on at once and wait in the line's own queue, because the framework's has no bound.
 */
@RolesAllowed("agent")
@Singleton
@WebSocket(path = "/ws/v1/agent", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class AgentSocket {
    private static final Logger LOG = Logger.getLogger(AgentSocket.class);

    private final Office office;
    private final Rooms rooms;
    private final SecurityIdentity identity;
    private final Ids ids;
    private final Map<String, AgentLine> lines = new ConcurrentHashMap<>();

    AgentSocket(Office office, Rooms rooms, SecurityIdentity identity, Ids ids, MeterRegistry metrics) {
        this.office = office;
        this.rooms = rooms;
        this.identity = identity;
        this.ids = ids;
        metrics.gaugeMapSize("parley.agent.sockets.open", Tags.empty(), lines);
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        SignedIn signedIn = Objects.requireNonNull(identity.getAttribute(AgentMechanism.SIGNED_IN));
        AgentLine line = new AgentLine(office, connection, signedIn, ids.next(), () -> changed(connection));
        lines.put(connection.id(), line);
        line.opened();
        rooms.enter(line);
    }

    private void changed(WebSocketConnection connection) {
        AgentLine line = lines.get(connection.id());
        if (line != null) {
            rooms.changed(line);
        }
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection connection) {
        AgentLine line = lines.get(connection.id());
        if (line != null) {
            line.received(frame);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer ignored, WebSocketConnection connection) {
        AgentLine line = lines.get(connection.id());
        if (line != null) {
            line.refuseBinary();
        }
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer ignored, WebSocketConnection connection) {
        AgentLine line = lines.get(connection.id());
        if (line != null) {
            line.heard();
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        AgentLine line = lines.remove(connection.id());
        if (line != null) {
            line.closed();
            rooms.leave(line);
        }
    }

    /** Mostly connections that broke; the frame's text must not reach the log. */
    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("An agent's socket failed: %s", failure.getClass().getName());
    }

    @Scheduled(every = "5s")
    @NonBlocking
    void hangUpDeadLines() {
        long now = System.nanoTime();
        lines.values().stream().filter(line -> line.isDeadAt(now)).forEach(line -> line.close(CloseCodes.DEAD));
    }

    void drain(@Observes ShutdownEvent stopping) {
        lines.values().forEach(AgentLine::drain);
    }
}
