package dev.parley.console;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import dev.parley.tenant.AgentMechanism;
import dev.parley.tenant.AgentSessions;

/** The cookie of an agent's session, which no script and no other site's page gets to use. */
final class AgentCookie {
    private AgentCookie() {}

    static NewCookie holding(String token, boolean secure) {
        return of(token, (int) AgentSessions.LIFE.toSeconds(), secure);
    }

    static NewCookie gone(boolean secure) {
        return of("", 0, secure);
    }

    private static NewCookie of(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(AgentMechanism.COOKIE).value(value).path("/").httpOnly(true)
                .sameSite(SameSite.STRICT).secure(secure).maxAge(seconds).build();
    }
}
