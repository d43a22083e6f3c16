package dev.parley.console.account;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The signed-in agent and its shop. {@code suspended}: read-only. */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionResponse(UUID session, AgentResponse agent, String shop, String tenant,
        boolean suspended) {}
