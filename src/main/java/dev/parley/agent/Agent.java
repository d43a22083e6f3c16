package dev.parley.agent;

import java.util.List;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers for a shop; {@code invited} until there is a password. {@code email} is in lower case,
 * {@code capacity} is how many conversations may be assigned at once (null: the default), {@code skills} are labels and
 * languages.
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
    public boolean is(AgentRole needed) {
        return role.compareTo(needed) >= 0;
    }
}
