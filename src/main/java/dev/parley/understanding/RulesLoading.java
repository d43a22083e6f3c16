package dev.parley.understanding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Loads the lexicon in the background at the start. */
@ApplicationScoped
class RulesLoading {
    void begin(@Observes StartupEvent starting, Vertx vertx) {
        vertx.executeBlocking(() -> {
            Rules.prepare();
            return true;
        });
    }
}
