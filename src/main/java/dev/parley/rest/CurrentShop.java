package dev.parley.rest;

import jakarta.enterprise.context.RequestScoped;

import dev.parley.audit.Actor;
import dev.parley.tenant.TenantId;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

@RequestScoped
public class CurrentShop {
    private final SecurityIdentity identity;

    CurrentShop(SecurityIdentity identity) {
        this.identity = identity;
    }

    public TenantId id() {
        return actor().tenant();
    }

    public Actor actor() {
        Actor actor = identity.getAttribute(Actor.ATTRIBUTE);
        if (actor == null) {
            throw new UnauthorizedException("neither an API key nor a session");
        }
        return actor;
    }
}
