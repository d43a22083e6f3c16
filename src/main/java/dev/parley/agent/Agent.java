package dev.parley.agent;

import java.util.List;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers for a shop.
 *
 * @param email in lower case
 * @param invited has not chosen a password yet
 * @param away does not want to be given work
 * @param capacity conversations given to the agent at most at a time; null: the shop's default
 * @param skills labels and languages that the agent knows
 */
public record Agent(
        UUID id,
        TenantId tenant,
        String email,
        String name,
        AgentRole role,
        boolean invited,
        boolean disabled,
        boolean away,
        @Nullable Integer capacity,
        List<String> skills) {
    /** Whether the agent may do what this role may. */
    public boolean is(AgentRole needed) {
        return role.compareTo(needed) >= 0;
    }
}
