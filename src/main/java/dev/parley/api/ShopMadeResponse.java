package dev.parley.api;

import java.time.Instant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A new shop and what opens it, shown this once.
 *
 * @param apiKey with all scopes
 * @param adminLink where the first administrator chooses a password, once
 * @param adminEmail with which the administrator signs in then
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ShopMadeResponse(ShopResponse shop, String apiKey, String adminLink, String adminEmail,
        Instant adminLinkExpiresAt) {
    /** A record would print its secrets. */
    @Override
    public String toString() {
        return "ShopMadeResponse[hidden]";
    }
}
