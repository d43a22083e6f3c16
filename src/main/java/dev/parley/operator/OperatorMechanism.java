package dev.parley.operator;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.CallerAddress;
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

/** Authenticates the operator's key, below `/v1/operator/` only, where cookies do not count. */
@ApplicationScoped
class OperatorMechanism implements HttpAuthenticationMechanism {
    private static final String PATH = "/v1/operator/";
    private static final String SCHEME = "bearer ";
    private static final int BEFORE_THE_SHOPS = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1;
    private static final Principal OPERATOR = () -> "operator";

    private final OperatorKey key;
    private final OperatorRefusals refusals;
    private final CallerAddress callers;

    OperatorMechanism(OperatorKey key, OperatorRefusals refusals, CallerAddress callers) {
        this.key = key;
        this.refusals = refusals;
        this.callers = callers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (!request.normalizedPath().startsWith(PATH)) {
            return Uni.createFrom().optional(Optional.empty());
        }
        if (!key.matches(bearer(request.request().getHeader("Authorization")))) {
            refusals.count(callers.of(request.request()));
            throw new AuthenticationFailedException("not the operator's key");
        }
        return Uni.createFrom().item(
                QuarkusSecurityIdentity.builder().setPrincipal(OPERATOR).addRole(OperatorKey.ROLE).build());
    }

    private static String bearer(@Nullable String header) {
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? ""
                : header.substring(SCHEME.length()).strip();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().optional(Optional.empty());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_SHOPS;
    }
}
