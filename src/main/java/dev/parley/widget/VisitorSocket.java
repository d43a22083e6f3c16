package dev.parley.widget;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;

import dev.parley.socket.SocketConnection;
import dev.parley.socket.SocketEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.common.annotation.NonBlocking;

/** The endpoint of `parley.v1`. Anybody may connect, but gets only errors until the first frame has a valid token. */
@PermitAll
@Singleton
@WebSocket(path = "/ws/v1/visitor", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class VisitorSocket extends SocketEndpoint<VisitorSocketSession> {
    private final VisitorServices services;

    VisitorSocket(VisitorServices services, MeterRegistry metrics) {
        super(metrics, "parley.visitor.sockets.open");
        this.services = services;
    }

    @Override
    protected VisitorSocketSession session(SocketConnection connection) {
        return new VisitorSocketSession(services, connection);
    }

    /** Uses cached tenants, so it rarely reads the database. */
    @Scheduled(every = "5s")
    @NonBlocking
    void lookAtShops() {
        sessions().forEach(VisitorSocketSession::lookAtShop);
    }
}
