package dev.parley.platform;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.jboss.logging.Logger;

/**
 * Loads every {@link Preload} once the service is ready and reachable, one after the other: one core stays free for
 * visitors.
 */
@ApplicationScoped
public class Preloading {
    private static final Logger LOG = Logger.getLogger(Preloading.class);

    private final List<Preload> preloads;
    private final AtomicInteger awaited = new AtomicInteger(2);
    private volatile boolean stopped;

    public Preloading(@All List<Preload> preloads) {
        this.preloads = preloads;
    }

    /** Call once. */
    public void ready() {
        beginAfterLast();
    }

    void reachable(@ObservesAsync HttpServerStart started) {
        beginAfterLast();
    }

    private void beginAfterLast() {
        if (awaited.decrementAndGet() == 0) {
            Thread.ofPlatform().name("preload").daemon().start(this::loadAll);
        }
    }

    /** A failure is only logged: the first use tries again. */
    void loadAll() {
        for (Preload preload : preloads) {
            if (!stopped) {
                load(preload);
            }
        }
    }

    private void load(Preload preload) {
        try {
            preload.load();
        } catch (RuntimeException | LinkageError failure) {
            if (!stopped) {
                LOG.error("The service runs, but a part of it cannot be loaded.", failure);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }
}
