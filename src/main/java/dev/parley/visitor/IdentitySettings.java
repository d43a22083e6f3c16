package dev.parley.visitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * How a shop proves who its visitors are; stored as JSON.
 *
 * @param userHash whether `user_id` with `user_hash` is taken too, which never expires
 * @param audience what a JWT's `aud` must name; null: not looked at
 * @param issuer what a JWT's `iss` must be; null: not looked at
 * @param secrets the shop's own; two while it changes from one to the next
 * @param keys public ones, pasted
 * @param jwks public ones, published by the shop's identity provider; null: there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
record IdentitySettings(IdentityMode mode, boolean userHash, @Nullable String audience, @Nullable String issuer,
        List<Secret> secrets, List<PublicKeySettings> keys, @Nullable JwksSettings jwks) {
    static final IdentitySettings NONE = new IdentitySettings(IdentityMode.OFF, true, null, null, List.of(), List.of(),
            null);
    static final int MOST_SECRETS = 2;

    /**
     * A secret that the shop and the service share.
     *
     * @param longEnough for JWTs; a short one that was brought along checks hashes alone
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Secret(UUID id, String sealed, boolean longEnough, Instant createdAt) {
        @Override
        public String toString() {
            return "secret " + id;
        }
    }

    IdentitySettings {
        secrets = List.copyOf(secrets);
        keys = List.copyOf(keys);
    }

    IdentitySettings withSecrets(List<Secret> others) {
        return new IdentitySettings(mode, userHash, audience, issuer, others, keys, jwks);
    }

    boolean provesNothing() {
        return secrets.isEmpty() && keys.isEmpty() && jwks == null;
    }
}
