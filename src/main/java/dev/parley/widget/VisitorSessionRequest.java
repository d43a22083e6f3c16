package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.IdText;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a session.
 *
 * @param tenant the shop's slug
 * @param token of an earlier session: the same visitor goes on
 * @param userJwt the shop's word for who its customer is; or `user_id`, a string or a whole number, with `user_hash`
 * @param locale what the shop has set for this chat, or else the language of the page
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VisitorSessionRequest(
        @Nullable String tenant,
        @Nullable String token,
        @Nullable String userJwt,
        @JsonDeserialize(using = IdText.class) @Nullable String userId,
        @JsonAlias("identifier_hash") @Nullable String userHash,
        @Nullable String locale) {
    /** A record would print its secrets. */
    @Override
    public String toString() {
        return "VisitorSessionRequest[hidden]";
    }
}
