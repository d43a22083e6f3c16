package dev.parley.console.account;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** {@code link} is absent if it was mailed. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitedResponse(AgentResponse agent, @Nullable String link, Instant expiresAt) {
    @Override
    public String toString() {
        return "InvitedResponse[hidden]";
    }
}
