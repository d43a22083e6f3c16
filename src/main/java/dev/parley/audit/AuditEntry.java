package dev.parley.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change of the shop by one of its people, or by one of its machines.
 *
 * @param agent who changed it, or which key: an agent's id or an API key's
 * @param byKey whether it was an API key
 * @param name the agent's or the key's, as it was then
 * @param action what kind of change, such as {@code lanes.change}
 * @param target the id or the name of what was changed; null where there is but one
 */
public record AuditEntry(UUID id, Instant at, UUID agent, boolean byKey, String name, String action,
        @Nullable String target) {}
