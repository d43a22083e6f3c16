package dev.parley.audit;

import java.util.UUID;

import dev.parley.agent.Agent;
import dev.parley.key.ApiKeyDetails;
import dev.parley.tenant.TenantId;

/** Who acts on behalf of a shop: an agent or an API key. {@code id} is the agent's or the key's. */
public record Actor(TenantId tenant, UUID id, boolean byKey, String name) {
    /** Attribute of the request's identity that holds the actor. */
    public static final String ATTRIBUTE = "parley.actor";

    public static Actor of(Agent agent) {
        return new Actor(agent.tenant(), agent.id(), false, agent.name());
    }

    public static Actor of(ApiKeyDetails key) {
        return new Actor(key.tenant(), key.id(), true, key.name());
    }
}
