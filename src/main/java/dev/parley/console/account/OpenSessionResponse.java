package dev.parley.console.account;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.signin.AgentSession;
import org.jspecify.annotations.Nullable;

/** {@code current} is the caller's session. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenSessionResponse(UUID id, @Nullable String userAgent, Instant createdAt, Instant lastSeenAt,
        boolean current) {
    static OpenSessionResponse of(AgentSession session, UUID current) {
        return new OpenSessionResponse(session.id(), session.userAgent(), session.createdAt(), session.lastSeenAt(),
                session.id().equals(current));
    }
}
