package dev.parley.socket;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;

/** Closes silent sockets, and sends all clients elsewhere at shutdown. */
@Singleton
class Heartbeat {
    private final List<SocketEndpoint<?>> endpoints;

    Heartbeat(@All List<SocketEndpoint<?>> endpoints) {
        this.endpoints = endpoints;
    }

    @Scheduled(every = "5s")
    @NonBlocking
    void hangUpDeadLines() {
        long now = System.nanoTime();
        endpoints.forEach(endpoint -> endpoint.sessions().stream()
                .filter(session -> session.isDeadAt(now)).forEach(session -> session.close(CloseCode.DEAD)));
    }

    void drain(@Observes ShutdownEvent stopping) {
        endpoints.forEach(endpoint -> endpoint.sessions().forEach(SocketSession::drain));
    }
}
