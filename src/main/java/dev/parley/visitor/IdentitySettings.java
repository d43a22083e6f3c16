package dev.parley.visitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * How a shop proves its visitors' identity, stored as JSON.
 *
 * @param userHash accept `user_id` with `user_hash`, which never expires
 * @param audience required `aud` of JWTs; null: any
 * @param issuer required `iss` of JWTs; null: any
 * @param secrets shared secrets, two during a rotation
 */
@JsonNaming(SnakeCaseStrategy.class)
record IdentitySettings(IdentityMode mode, boolean userHash, @Nullable String audience, @Nullable String issuer,
        List<Secret> secrets, List<PublicKeySettings> keys, @Nullable JwksSettings jwks) {
    static final IdentitySettings NONE = new IdentitySettings(IdentityMode.OFF, true, null, null, List.of(), List.of(),
            null);
    static final int MAX_SECRETS = 2;

    /** A shared secret; one that is not {@code longEnough} for JWTs only checks hashes. */
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
