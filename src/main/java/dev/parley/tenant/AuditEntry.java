package dev.parley.tenant;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change of the shop by one of its people.
 *
 * @param name the agent's, as it was then
 * @param action what kind of change, such as {@code lanes.change}
 * @param target the id or the name of what was changed; null where there is but one
 */
public record AuditEntry(UUID id, Instant at, UUID agent, String name, String action, @Nullable String target) {}
