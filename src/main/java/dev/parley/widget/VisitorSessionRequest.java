package dev.parley.widget;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a session.
 *
 * @param tenant the shop's slug
 * @param token of an earlier session: the same visitor goes on
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VisitorSessionRequest(
        @Nullable String tenant,
        @Nullable String token,
        @Nullable String userJwt,
        @Nullable String userId,
        @Nullable String userHash) {}
