package dev.parley;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.shop.DemoShop;
import dev.parley.shop.ShopRegistry;
import dev.parley.tenant.Tenants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves the front end's pages without their file names in the address. */
@ApplicationScoped
class Pages {
    private static final int AFTER_REQUEST_ID = 900;
    /** Files whose names contain a content hash. */
    private static final String HASHED = "/console/assets/";
    /** No inline code, no foreign sources, no framing (the pages hold an agent's session or speak for a shop). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Tenants tenants;
    private final ShopRegistry shops;

    Pages(Tenants tenants, ShopRegistry shops) {
        this.tenants = tenants;
        this.shops = shops;
    }

    void addresses(@Observes Router router) {
        router.get("/").handler(this::front);
        router.get("/demo").handler(this::demo);
        router.get("/operator").handler(request -> request.redirect("/console#/operator"));
        router.get("/console").handler(request -> request.reroute("/console/index.html"));
    }

    /** The demo shop if there is one; without any shop, the page that creates the first. */
    private void front(RoutingContext request) {
        tenants.bySlug(DemoShop.SLUG)
                .chain(demo -> demo != null
                        ? Uni.createFrom().item("/demo")
                        : shops.list(null, 1).map(any -> any.isEmpty() ? "/operator" : "/console"))
                .subscribe().with(request::redirect, request::fail);
    }

    private void demo(RoutingContext request) {
        tenants.bySlug(DemoShop.SLUG).subscribe().with(shop -> {
            if (shop == null) {
                request.response().putHeader("Content-Type", "text/html;charset=UTF-8").end(noDemo());
            } else {
                request.reroute("/demo/index.html");
            }
        }, request::fail);
    }

    private static String noDemo() {
        try (InputStream page = Pages.class.getResourceAsStream("/pages/no-demo.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void headers(@Observes Filters filters) {
        filters.register(Pages::protect, AFTER_REQUEST_ID);
    }

    private static void protect(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.startsWith("/demo") || path.startsWith("/console")) {
            request.response().putHeader("Content-Security-Policy", POLICY).putHeader("Cache-Control", "no-cache");
        }
        if (path.startsWith(HASHED)) {
            request.addHeadersEndHandler(sent -> keepForEver(request.response()));
        }
        request.next();
    }

    /** Only for success: in a rolling update another replica may have the file. */
    private static void keepForEver(HttpServerResponse response) {
        if (response.getStatusCode() == 200) {
            response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
    }
}
