package dev.parley.visitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Identity settings in REST; a client can change the answer and send it back. {@code secrets} is read-only. */
@Schema(examples = """
        {"mode": "optional", "user_hash": true, "keys": [],
         "secrets": [{"id": "018f3b5e-7c1a-7000-8000-000000000009", "for_jwt": true,
         "created_at": "2026-11-23T10:00:00Z"}]}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityBody(@Nullable IdentityMode mode, @Nullable Boolean userHash, @Nullable String audience,
        @Nullable String issuer, @Nullable List<@Nullable PublicKeySettings> keys, @Nullable JwksSettings jwks,
        @Nullable List<@Nullable SecretItem> secrets) {

    /** The secret is present only when created. {@code forJwt} is false if it is too short for JWTs. */
    @Schema(examples = """
            {"id": "018f3b5e-7c1a-7000-8000-000000000009", "for_jwt": true,
             "created_at": "2026-11-23T10:00:00Z", "secret": "…"}""")
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

    @Schema(examples = "{}")
    public record NewSecret(@Nullable String secret) {
        @Override
        public String toString() {
            return "NewSecret[hidden]";
        }
    }

    /** Changes with everything but the secrets. */
    public String etag() {
        return Etag.of(mode + " " + userHash + " " + audience + " " + issuer + " " + keys + " " + jwks);
    }

    static IdentityBody of(IdentitySettings settings) {
        return new IdentityBody(settings.mode(), settings.userHash(), settings.audience(), settings.issuer(),
                List.copyOf(settings.keys()), settings.jwks(),
                settings.secrets().stream().<@Nullable SecretItem>map(SecretItem::of).toList());
    }
}
