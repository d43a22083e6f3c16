package dev.parley.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * CSRF protection: a request with an agent's cookie must come from the console's own page. Browsers send cookies with
 * any page's requests, but a foreign page can set neither the header nor the Origin.
 */
@ApplicationScoped
public class ConsoleOrigin {
    public static final String HEADER = "X-Parley-Console";

    private final List<String> listed;

    /** @param listed Origins of further pages that may use the console's API, such as `https://team.shop.example`. */
    ConsoleOrigin(@ConfigProperty(name = "parley.console.origins") Optional<List<String>> listed) {
        this.listed = listed.orElse(List.of()).stream().map(String::strip).toList();
    }

    /** Refuses a write or a socket that does not come from the console. */
    public void require(HttpServerRequest request) {
        boolean upgrade = request.getHeader("Upgrade") != null;
        boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (reads && !upgrade) {
            return;
        }
        // A browser's WebSocket cannot set headers.
        boolean marked = upgrade || "1".equals(request.getHeader(HEADER));
        if (!marked || !isOwn(request.getHeader("Origin"), host(request))) {
            throw new ParleyException(Kind.FORBIDDEN, "not_from_the_console",
                    "Send the header `X-Parley-Console: 1`, from a page of this Parley or of an origin in parley.console.origins.");
        }
    }

    /** HTTP/2 has the `:authority` pseudo-header instead. */
    private static @Nullable String host(HttpServerRequest request) {
        String named = request.getHeader("Host");
        return named != null || request.authority() == null ? named : request.authority().toString();
    }

    /** Ignores the scheme, which is unknown behind a proxy that ends TLS. */
    boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        if (listed.contains(origin)) {
            return true;
        }
        return host != null && origin.toLowerCase(Locale.ROOT).matches("https?://.+")
                && host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            URI uri = URI.create(origin);
            // An origin ends with its authority (RFC 6454, section 6.2).
            return origin.endsWith("://" + uri.getRawAuthority()) && uri.getRawUserInfo() == null
                    ? uri.getRawAuthority()
                    : null;
        } catch (IllegalArgumentException notAnOrigin) {
            return null;
        }
    }
}
