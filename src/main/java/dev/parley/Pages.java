package dev.parley;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The addresses of the pages that the front end's build made, without their file names. */
@ApplicationScoped
class Pages {
    /** Nothing inline and nothing foreign; the pages must not be framed (they hold an agent's session or speak for a shop). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Router router) {
        router.get("/").handler(request -> request.redirect("/demo"));
        page(router, "/demo");
        page(router, "/console");
    }

    private static void page(Router router, String path) {
        router.get(path).handler(request -> serve(request, path + "/index.html"));
    }

    private static void serve(RoutingContext request, String file) {
        request.response().putHeader("Content-Security-Policy", POLICY).putHeader("Cache-Control", "no-cache");
        request.reroute(file);
    }
}
