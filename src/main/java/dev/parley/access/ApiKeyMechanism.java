package dev.parley.access;

import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.audit.Actor;
import dev.parley.key.ApiKey;
import dev.parley.key.ApiKeyDetails;
import dev.parley.key.ApiKeyRepository;
import dev.parley.key.KeyAllowance;
import dev.parley.key.KeyUse;
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
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Authenticates `Authorization: Bearer pk_…`; roles are the key's scopes. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "bearer ";

    private final ApiKeyRepository keys;
    private final KeyAllowance allowance;
    private final KeyUse use;
    private final Tenants tenants;
    private final Clock clock;

    ApiKeyMechanism(ApiKeyRepository keys, KeyAllowance allowance, KeyUse use, Tenants tenants, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.allowance = allowance;
        this.use = use;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String key = bearer(request.request().getHeader("Authorization"));
        if (key == null) {
            return Uni.createFrom().optional(java.util.Optional.empty());
        }
        byte[] hash = ApiKey.hash(key);
        boolean counted = allowance.take(hash, request.response());
        return keys.findValid(hash, clock.instant()).chain(found -> {
            if (found == null) {
                allowance.forget(hash);
                throw new AuthenticationFailedException("unknown key");
            }
            if (!counted) {
                allowance.takeFirst(hash, found.requestsPerMinute(), request.response());
            }
            use.note(found);
            return tenants.byId(found.tenant()).invoke(shop -> require(shop, request)).replaceWith(identity(found));
        });
    }

    private static void require(@Nullable Tenant shop, RoutingContext request) {
        if (shop == null) {
            throw new AuthenticationFailedException("the shop has been deleted");
        }
        SuspendedShop.require(shop, request.request().method().name(), request.normalizedPath());
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static SecurityIdentity identity(ApiKeyDetails key) {
        String name = "api-key:" + key.id();
        Principal principal = () -> name;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(Set.copyOf(key.scopes()))
                .addAttribute(Actor.ATTRIBUTE, Actor.of(key))
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
