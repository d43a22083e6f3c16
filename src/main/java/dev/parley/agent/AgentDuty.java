package dev.parley.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the assignment of conversations considers.
 *
 * @param capacity concurrent conversations that may be assigned; null: the default
 * @param skills labels and languages
 * @param lastAssigned by the queue; null: never
 * @param consoleClosed has closed a console before; one who has not may use REST only
 */
public record AgentDuty(UUID agent, boolean disabled, boolean away, @Nullable Integer capacity, List<String> skills,
        @Nullable Instant lastAssigned, boolean consoleClosed) {}
