package dev.parley.tenant;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Turns `Authorization: Bearer pk_…` into an identity whose roles are the key's scopes and which knows its tenant. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    static final String TENANT = "parley.tenant";
    private static final String SCHEME = "bearer ";

    private final ApiKeyRepository keys;
    private final Clock clock;

    ApiKeyMechanism(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String key = bearer(request.request().getHeader("Authorization"));
        if (key == null) {
            return Uni.createFrom().optional(java.util.Optional.empty());
        }
        return keys.findValid(ApiKey.hash(key), clock.instant())
                .map(found -> found == null ? refuse() : identity(found));
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static SecurityIdentity refuse() {
        throw new AuthenticationFailedException("unknown key");
    }

    private static SecurityIdentity identity(ApiKeyEntity key) {
        String name = "api-key:" + key.id;
        Principal principal = () -> name;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(Set.copyOf(List.of(key.scopes.split(" "))))
                .addAttribute(TENANT, new TenantId(key.tenantId))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"parley\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
