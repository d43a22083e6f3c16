package dev.parley.access;

import java.security.Principal;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.SignedIn;
import dev.parley.audit.Actor;
import dev.parley.platform.PublicAddress;
import dev.parley.signin.AgentSessions;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

@ApplicationScoped
public class AgentMechanism implements HttpAuthenticationMechanism {
    /** Prefixed with `__Host-` over https; see {@link PublicAddress}. */
    public static final String COOKIE = "parley_agent";
    public static final String SIGNED_IN = "parley.agent";

    private final AgentSessions sessions;
    private final ConsoleOrigin origin;
    private final Tenants tenants;
    private final PublicAddress address;

    AgentMechanism(AgentSessions sessions, ConsoleOrigin origin, Tenants tenants, PublicAddress address) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.address = address;
        this.origin = origin;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Cookie cookie = request.request().getCookie(address.cookie(COOKIE, request.request()));
        if (cookie == null || request.request().getHeader("Authorization") != null) {
            return Uni.createFrom().optional(java.util.Optional.empty());
        }
        origin.require(request.request());
        return sessions.find(cookie.getValue()).chain(found -> found == null
                ? Uni.createFrom().item(AgentMechanism::refuse)
                : tenants.byId(found.agent().tenant())
                        .map(shop -> shop == null ? refuse() : identity(found, shop, request)));
    }

    private static SecurityIdentity refuse() {
        throw new AuthenticationFailedException("no such session");
    }

    private static SecurityIdentity identity(SignedIn signedIn, Tenant shop, RoutingContext request) {
        SuspendedShop.require(shop, request.request().method().name(), request.normalizedPath());
        String name = "agent:" + signedIn.agent().id();
        Principal principal = () -> name;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(signedIn.agent().role().included())
                .addAttribute(Actor.ATTRIBUTE, Actor.of(signedIn.agent()))
                .addAttribute(SIGNED_IN, signedIn)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().optional(java.util.Optional.empty());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
