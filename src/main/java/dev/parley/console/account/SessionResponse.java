package dev.parley.console.account;

import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.console.AgentResponse;

/**
 * Who is signed in, and where.
 *
 * @param tenant the shop's slug
 * @param suspended the operator has suspended the shop: everything can be read, nothing changed
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionResponse(UUID session, AgentResponse agent, String shop, String tenant,
        boolean suspended) {}
