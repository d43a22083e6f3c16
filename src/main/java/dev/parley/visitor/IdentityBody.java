package dev.parley.visitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * How a shop proves its visitors' identity, as it is taken and shown; what was shown can be changed and sent back.
 *
 * @param mode `off`, `optional` or `required`
 * @param secrets shown, not taken: they are made and removed one by one
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityBody(@Nullable IdentityMode mode, @Nullable Boolean userHash, @Nullable String audience,
        @Nullable String issuer, @Nullable List<@Nullable PublicKeySettings> keys, @Nullable JwksSettings jwks,
        @Nullable List<@Nullable SecretItem> secrets) {

    /**
     * A secret without itself, but for the one time when it is made.
     *
     * @param forJwt false: it is too short for JWTs and checks hashes alone
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SecretItem(@Nullable UUID id, @Nullable String secret, @Nullable Boolean forJwt,
            @Nullable Instant createdAt) {
        static SecretItem of(IdentitySettings.Secret kept) {
            return new SecretItem(kept.id(), null, kept.longEnough(), kept.createdAt());
        }

        SecretItem shownOnce(String text) {
            return new SecretItem(id, text, forJwt, createdAt);
        }

        @Override
        public String toString() {
            return "secret " + id;
        }
    }

    /** Asks for a secret. */
    public record NewSecret(@Nullable String secret) {
        @Override
        public String toString() {
            return "NewSecret[hidden]";
        }
    }

    /** Another one after every change but of the secrets. */
    public String etag() {
        return Etag.of(mode + " " + userHash + " " + audience + " " + issuer + " " + keys + " " + jwks);
    }

    static IdentityBody of(IdentitySettings settings) {
        return new IdentityBody(settings.mode(), settings.userHash(), settings.audience(), settings.issuer(),
                List.copyOf(settings.keys()), settings.jwks(),
                settings.secrets().stream().<@Nullable SecretItem>map(SecretItem::of).toList());
    }
}
