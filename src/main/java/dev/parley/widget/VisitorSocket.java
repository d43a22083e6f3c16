package dev.parley.widget;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
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
 * The endpoint of `parley.v1`. Anybody may connect; nothing but errors comes back until the first frame has shown a token. Frames are
 * handed on at once and wait in the line's own queue, because the framework's has no bound.
 */
@PermitAll
@Singleton
@WebSocket(path = "/ws/v1/visitor", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class VisitorSocket {
    private static final Logger LOG = Logger.getLogger(VisitorSocket.class);

    private final Switchboard board;
    private final Map<String, VisitorLine> lines = new ConcurrentHashMap<>();

    VisitorSocket(Switchboard board, MeterRegistry metrics) {
        this.board = board;
        metrics.gaugeMapSize("parley.visitor.sockets.open", io.micrometer.core.instrument.Tags.empty(), lines);
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        String address = SocketDoor.address(connection);
        VisitorLine line = new VisitorLine(board, connection, connection.handshakeRequest().header("Origin"), address);
        board.allowances().opened(address);
        lines.put(connection.id(), line);
        line.opened();
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection connection) {
        VisitorLine line = lines.get(connection.id());
        if (line != null) {
            line.received(frame);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer ignored, WebSocketConnection connection) {
        VisitorLine line = lines.get(connection.id());
        if (line != null) {
            line.refuseBinary();
        }
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer ignored, WebSocketConnection connection) {
        VisitorLine line = lines.get(connection.id());
        if (line != null) {
            line.heard();
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        VisitorLine line = lines.remove(connection.id());
        if (line != null) {
            board.allowances().closed(SocketDoor.address(connection));
            line.closed();
        }
    }

    /** Mostly connections that broke; the frame's text must not reach the log. */
    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("A visitor's socket failed: %s", failure.getClass().getName());
    }

    @Scheduled(every = "5s")
    @NonBlocking
    void hangUpDeadLines() {
        long now = System.nanoTime();
        lines.values().stream().filter(line -> line.isDeadAt(now)).forEach(line -> line.close(CloseCodes.DEAD));
    }

    /** Tenants are remembered for some seconds, so that this asks the database little. */
    @Scheduled(every = "5s")
    @NonBlocking
    void lookAtShops() {
        lines.values().forEach(VisitorLine::lookAtShop);
    }

    void drain(@Observes ShutdownEvent stopping) {
        lines.values().forEach(VisitorLine::drain);
    }
}
