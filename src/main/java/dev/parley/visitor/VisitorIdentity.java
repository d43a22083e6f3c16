package dev.parley.visitor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Verifies that a visitor is the claimed customer. Typed data, such as an e-mail address, is no proof. */
@ApplicationScoped
public class VisitorIdentity {
    private final IdentityStore store;
    private final JwksCache published;
    private final Clock clock;

    VisitorIdentity(IdentityStore store, JwksCache published, Clock clock) {
        this.store = store;
        this.published = published;
        this.clock = clock;
    }

    /** A JWT, or an id with its hash, or nothing. */
    public record Proof(@Nullable String userJwt, @Nullable String userId, @Nullable String userHash) {
        boolean isEmpty() {
            return userJwt == null && userId == null && userHash == null;
        }

        /** Omits the proof. */
        @Override
        public String toString() {
            return "Proof[hidden]";
        }
    }

    /** {@code user} is null for an anonymous visitor. */
    public record Checked(IdentityMode mode, @Nullable KnownUser user) {}

    /** Fails with an {@link IdentityRefusedException} for an invalid proof. */
    public Uni<Checked> check(TenantId tenant, Proof proof) {
        return store.find(tenant).chain(settings -> proof.isEmpty()
                ? Uni.createFrom().item(new Checked(settings.mode(), null))
                : user(tenant, settings, proof).map(user -> new Checked(settings.mode(), user)));
    }

    Uni<Boolean> isRequired(TenantId tenant) {
        return store.find(tenant).map(settings -> settings.mode() == IdentityMode.REQUIRED);
    }

    private Uni<KnownUser> user(TenantId tenant, IdentitySettings settings, Proof proof) {
        if (settings.mode() == IdentityMode.OFF) {
            throw IdentityRefusedException.notConfigured();
        }
        String jwt = proof.userJwt();
        String id = proof.userId();
        String hash = proof.userHash();
        if (jwt != null && id == null && hash == null) {
            return signed(tenant, settings, UserJwt.parse(jwt));
        }
        if (jwt == null && id != null && hash != null) {
            return Uni.createFrom().item(hashed(tenant, settings, id, hash));
        }
        throw IdentityRefusedException.ambiguous();
    }

    private Uni<KnownUser> signed(TenantId tenant, IdentitySettings settings, UserJwt jwt) {
        JwksSettings jwks = settings.jwks();
        List<IdentityKey> own = keys(tenant, settings);
        Uni<List<IdentityKey>> all = jwks == null || !jwt.algorithm().equals(jwks.alg())
                ? Uni.createFrom().item(own)
                : published.keys(tenant, jwks, jwt.kid())
                        .map(others -> Stream.concat(own.stream(), others.stream()).toList());
        return all.map(keys -> UserClaims.check(jwt.provenBy(keys), settings, clock.instant()));
    }

    private KnownUser hashed(TenantId tenant, IdentitySettings settings, String id, String hash) {
        boolean possible = !id.isBlank() && id.length() <= KnownUser.LONGEST_ID && id.indexOf('\0') < 0;
        if (!settings.userHash() || !UserHash.matches(id, hash, store.secrets(tenant, settings)) || !possible) {
            throw IdentityRefusedException.invalid();
        }
        return KnownUser.of(id);
    }

    private List<IdentityKey> keys(TenantId tenant, IdentitySettings settings) {
        Stream<IdentityKey> secrets = store.secrets(tenant, settings).stream()
                .filter(key -> key.key().getEncoded().length >= IdentityKey.SECRET_BYTES);
        List<IdentityKey> keys = new ArrayList<>(secrets.toList());
        for (PublicKeySettings pasted : settings.keys()) {
            if (pasted.alg() != null && pasted.publicKey() != null) {
                keys.add(IdentityKey.ofPublic(pasted.kid(), pasted.alg(), pasted.publicKey()));
            }
        }
        return keys;
    }
}
