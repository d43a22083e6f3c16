package dev.parley.audit;

import java.util.UUID;

import dev.parley.agent.Agent;
import dev.parley.key.ApiKeyDetails;
import dev.parley.tenant.TenantId;

/**
 * Who asks for something on behalf of a shop: one of its people, or one of its machines.
 *
 * @param id the agent's, or the API key's
 * @param byKey whether it is an API key
 */
public record Actor(TenantId shop, UUID id, boolean byKey, String name) {
    /** Under this name the request's identity holds its actor, whichever credential it was known by. */
    public static final String ATTRIBUTE = "parley.actor";

    public static Actor of(Agent agent) {
        return new Actor(agent.tenant(), agent.id(), false, agent.name());
    }

    public static Actor of(ApiKeyDetails key) {
        return new Actor(key.tenant(), key.id(), true, key.name());
    }
}
