package dev.parley.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people reach this Parley, as the operator says (`parley.public-url`). Where that is https, browsers are told never to come by plain
 * http again, and cookies are such that only this very host can have set them.
 */
@ApplicationScoped
public class PublicAddress {
    private static final int AFTER_REQUEST_ID = 900;
    /** A year, as lists of such hosts ask for; other hosts of the domain are not ours to speak for. */
    private static final String ONLY_HTTPS = "max-age=31536000";
    /** Browsers take it for a promise: Secure, for the whole host and for no other, and set by nobody else (RFC 6265bis, 4.1.3.2). */
    private static final String HOST = "__Host-";
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[?::1]?");

    private final boolean https;

    PublicAddress(@ConfigProperty(name = "parley.public-url") Optional<String> site) {
        this.https = site.map(String::strip).filter(address -> address.toLowerCase(Locale.ROOT)
                .startsWith("https://")).isPresent();
    }

    /** Whether this request came to it by https. An operator who looks in on the machine itself comes by plain http. */
    public boolean isHttps(HttpServerRequest request) {
        return https && !LOCAL.matcher(host(request)).matches();
    }

    private static String host(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().host();
    }

    /** What a cookie is called for this request. A cookie of the plain name counts for nothing where it could be another's. */
    public String cookie(String name, HttpServerRequest request) {
        return isHttps(request) ? HOST + name : name;
    }

    void headers(@Observes Filters filters) {
        if (https) {
            filters.register(PublicAddress::only, AFTER_REQUEST_ID);
        }
    }

    private static void only(RoutingContext request) {
        request.response().putHeader("Strict-Transport-Security", ONLY_HTTPS);
        request.next();
    }
}
