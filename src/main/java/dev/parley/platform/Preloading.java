package dev.parley.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/** Loads every {@link Preload} once the service is ready, one after the other: one core stays free for visitors. */
@ApplicationScoped
public class Preloading {
    private static final Logger LOG = Logger.getLogger(Preloading.class);

    private final List<Preload> preloads;
    private volatile boolean stopped;

    public Preloading(@All List<Preload> preloads) {
        this.preloads = preloads;
    }

    public void begin() {
        Thread.ofPlatform().name("preload").daemon().start(this::loadAll);
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
