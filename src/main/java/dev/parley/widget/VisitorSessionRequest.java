package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.IdText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Requests a session.
 *
 * @param tenant the shop's slug
 * @param token of an earlier session, to continue as the same visitor
 * @param userJwt the shop's proof of identity; or `user_id`, a string or an integer, with `user_hash`
 * @param locale the shop's setting for this chat, else the page's language
 */
@Schema(examples = """
        {"tenant": "demo", "locale": "en"}""")
@JsonNaming(SnakeCaseStrategy.class)
public record VisitorSessionRequest(
        @Nullable String tenant,
        @Nullable String token,
        @Nullable String userJwt,
        @JsonDeserialize(using = IdText.class) @Nullable String userId,
        @JsonAlias("identifier_hash") @Nullable String userHash,
        @Nullable String locale) {
    /** Omits the secrets. */
    @Override
    public String toString() {
        return "VisitorSessionRequest[hidden]";
    }
}
