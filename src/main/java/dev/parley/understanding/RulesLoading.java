package dev.parley.understanding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Reads the words of the rules beside the start, so that no visitor waits for that. */
@ApplicationScoped
class RulesLoading {
    void begin(@Observes StartupEvent starting, Vertx vertx) {
        vertx.executeBlocking(() -> {
            Rules.prepare();
            return true;
        });
    }
}
