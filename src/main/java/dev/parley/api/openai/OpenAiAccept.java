package dev.parley.api.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Ignores `Accept` below `/openai`: OpenAI's clients request a stream in the body. */
@ApplicationScoped
class OpenAiAccept {
    private static final int BEFORE_REST = 900;

    void register(@Observes Filters filters) {
        filters.register(OpenAiAccept::takeAnything, BEFORE_REST);
    }

    private static void takeAnything(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path.startsWith("/openai/v1/chat/") || path.startsWith("/openai/v1/audio/")) {
            exchange.request().headers().set("Accept", "*/*");
        }
        exchange.next();
    }
}
