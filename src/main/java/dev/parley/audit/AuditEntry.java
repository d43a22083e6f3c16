package dev.parley.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** {@code name} is as of then; {@code action} is such as {@code lanes.change}; {@code target} may be null. */
public record AuditEntry(UUID id, Instant at, UUID agent, boolean byKey, String name, String action,
        @Nullable String target) {}
