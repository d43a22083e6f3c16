package dev.parley.console.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import dev.parley.access.AgentMechanism;
import dev.parley.platform.PublicAddress;
import dev.parley.signin.AgentSessions;
import dev.parley.signin.KnownDevices;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The console's cookies: HTTP-only, same-site and, over https, bound to this host. */
@ApplicationScoped
class Cookies {
    /** Identifies a known device; outlives the session and grants no access. */
    private static final String DEVICE = "parley_device";
    /** State of a sign-in at the identity provider. */
    private static final String PENDING = "parley_sso";
    private static final int MINUTES_TO_SIGN_IN = 15;

    private final PublicAddress address;

    Cookies(PublicAddress address) {
        this.address = address;
    }

    NewCookie session(String token, HttpServerRequest request) {
        return strict(AgentMechanism.COOKIE, token, (int) AgentSessions.LIFE.toSeconds(), request);
    }

    NewCookie noSession(HttpServerRequest request) {
        return strict(AgentMechanism.COOKIE, "", 0, request);
    }

    NewCookie device(String device, HttpServerRequest request) {
        return strict(DEVICE, device, (int) KnownDevices.LIFE.toSeconds(), request);
    }

    @Nullable
    String device(HttpServerRequest request) {
        return value(DEVICE, request);
    }

    /** Lax, since the browser returns from another site. */
    NewCookie pending(String kept, HttpServerRequest request) {
        return of(PENDING, kept, MINUTES_TO_SIGN_IN * 60, SameSite.LAX, request);
    }

    NewCookie noPending(HttpServerRequest request) {
        return of(PENDING, "", 0, SameSite.LAX, request);
    }

    @Nullable
    String pending(HttpServerRequest request) {
        return value(PENDING, request);
    }

    private @Nullable String value(String name, HttpServerRequest request) {
        Cookie cookie = request.getCookie(address.cookie(name, request));
        return cookie == null ? null : cookie.getValue();
    }

    private NewCookie strict(String name, String value, int seconds, HttpServerRequest request) {
        return of(name, value, seconds, SameSite.STRICT, request);
    }

    private NewCookie of(String name, String value, int seconds, SameSite site, HttpServerRequest request) {
        return new NewCookie.Builder(address.cookie(name, request)).value(value).path("/").httpOnly(true)
                .sameSite(site).secure(isSecure(request)).maxAge(seconds).build();
    }

    /** By the page's address: behind a proxy our connection says nothing. */
    private boolean isSecure(HttpServerRequest request) {
        String page = request.getHeader("Origin");
        return address.isHttps(request) || (page != null && page.startsWith("https://"));
    }
}
