package dev.parley.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What assignment considers.
 *
 * @param capacity concurrent conversations; null: the default
 * @param skills labels and languages
 * @param lastAssigned by the queue; null: never
 * @param consoleClosed has used a console before; others may use REST only
 */
public record AgentDuty(UUID agent, boolean disabled, boolean away, @Nullable Integer capacity, List<String> skills,
        @Nullable Instant lastAssigned, boolean consoleClosed) {}
