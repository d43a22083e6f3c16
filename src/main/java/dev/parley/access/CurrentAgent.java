package dev.parley.access;

import jakarta.enterprise.context.RequestScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.SignedIn;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

@RequestScoped
public class CurrentAgent {
    private final SecurityIdentity identity;

    CurrentAgent(SecurityIdentity identity) {
        this.identity = identity;
    }

    public SignedIn signedIn() {
        SignedIn signedIn = identity.getAttribute(AgentMechanism.SIGNED_IN);
        if (signedIn == null) {
            throw new UnauthorizedException("no session");
        }
        return signedIn;
    }

    public Agent agent() {
        return signedIn().agent();
    }
}
