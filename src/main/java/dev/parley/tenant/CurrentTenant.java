package dev.parley.tenant;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;

/** The tenant whose key the REST request carries. */
@RequestScoped
public class CurrentTenant {
    private final SecurityIdentity identity;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    public TenantId id() {
        TenantId tenant = identity.getAttribute(ApiKeyMechanism.TENANT);
        if (tenant == null) {
            throw new UnauthorizedException("no API key");
        }
        return tenant;
    }

    /** With which key; null where the request has none. */
    public @Nullable ApiKeyDetails key() {
        return identity.getAttribute(ApiKeyMechanism.KEY);
    }
}
