package dev.parley.console;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Who is signed in, and where; the tenant is the shop's slug. */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionResponse(UUID session, AgentResponse agent, String shop, String tenant) {}
