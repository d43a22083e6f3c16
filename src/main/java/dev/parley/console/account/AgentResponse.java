package dev.parley.console.account;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.agent.Agent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as colleagues see it. {@code invited}: has no password yet. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentResponse(
        UUID id,
        String email,
        String name,
        @Schema(enumeration = {
                "agent", "supervisor", "administrator"}) String role,
        boolean invited,
        boolean disabled,
        boolean away,
        @Nullable Integer capacity,
        List<String> skills){
    public static AgentResponse of(Agent agent) {
        return new AgentResponse(agent.id(), agent.email(), agent.name(), agent.role().wire(), agent.invited(),
                agent.disabled(), agent.away(), agent.capacity(), agent.skills());
    }
}
