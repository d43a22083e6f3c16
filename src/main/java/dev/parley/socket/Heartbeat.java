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
        endpoints.forEach(endpoint -> endpoint.lines().stream()
                .filter(line -> line.isDeadAt(now)).forEach(line -> line.close(CloseCode.DEAD)));
    }

    void drain(@Observes ShutdownEvent stopping) {
        endpoints.forEach(endpoint -> endpoint.lines().forEach(SocketLine::drain));
    }
}
