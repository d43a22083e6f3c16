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

/** The console's cookies, which no script and no other site's page gets to use, and by https no other host can set. */
@ApplicationScoped
class Cookies {
    /** By which a device is known where an agent has signed in before. It outlives the session and opens nothing. */
    private static final String DEVICE = "parley_device";
    /** What the browser keeps while it is at the identity provider. */
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

    /** Lax: the browser comes back from another site. */
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

    /** The page's own address says whether it came over https; behind a proxy our connection does not. */
    private boolean isSecure(HttpServerRequest request) {
        String page = request.getHeader("Origin");
        return address.isHttps(request) || (page != null && page.startsWith("https://"));
    }
}
