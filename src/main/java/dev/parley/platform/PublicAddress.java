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

/** The public address (`parley.public-url`). If it is https, browsers get HSTS and cookies get the `__Host-` prefix. */
@ApplicationScoped
public class PublicAddress {
    private static final int AFTER_REQUEST_ID = 900;
    /** A year, as preload lists ask for; not for subdomains, which are not ours. */
    private static final String ONLY_HTTPS = "max-age=31536000";
    /** The prefix makes browsers enforce: Secure, no Domain, path `/`, set by this host only (RFC 6265bis, 4.1.3.2). */
    private static final String HOST = "__Host-";
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[?::1]?");

    private final boolean https;

    /**
     * @param site Address at which people reach this Parley, such as `https://chat.shop.example`; links in mails and
     *            single sign-on need it. With https, browsers are told to use nothing else.
     */
    PublicAddress(@ConfigProperty(name = "parley.public-url") Optional<String> site) {
        this.https = site.map(String::strip).filter(address -> address.toLowerCase(Locale.ROOT)
                .startsWith("https://")).isPresent();
    }

    /** True if the request came by https. An operator on the machine itself may use plain http. */
    public boolean isHttps(HttpServerRequest request) {
        return https && !LOCAL.matcher(host(request)).matches();
    }

    private static String host(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().host();
    }

    /** With https, a cookie without the prefix is ignored: another host may have set it. */
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
