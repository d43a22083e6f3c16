package dev.parley.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change of a shop's settings or data.
 *
 * @param agent id of the agent or the API key
 * @param byKey true for an API key
 * @param name of the agent or the key at that time
 * @param action such as {@code lanes.change}
 * @param target id or name of what changed; null if there is only one
 */
public record AuditEntry(UUID id, Instant at, UUID agent, boolean byKey, String name, String action,
        @Nullable String target) {}
