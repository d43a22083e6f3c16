package dev.parley.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What giving conversations to an agent, or taking them away, goes by.
 *
 * @param capacity conversations given to the agent at most at a time; null: the shop's default
 * @param skills labels and languages that the agent knows
 * @param lastAssigned when the line last gave the agent somebody; null for never
 * @param consoleClosed whether the agent has ever closed a console: one who has not may work by REST alone
 */
public record AgentDuty(UUID agent, boolean disabled, boolean away, @Nullable Integer capacity, List<String> skills,
        @Nullable Instant lastAssigned, boolean consoleClosed) {}
