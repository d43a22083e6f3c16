package dev.parley.agent;

import java.util.List;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers for a shop.
 *
 * @param email in lower case
 * @param invited has no password yet
 * @param away takes no new conversations
 * @param capacity concurrent conversations that may be assigned; null: the default
 * @param skills labels and languages
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
