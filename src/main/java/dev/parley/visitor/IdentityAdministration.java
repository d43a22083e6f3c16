package dev.parley.visitor;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.Token;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.RsaKeyUtil;
import org.jspecify.annotations.Nullable;

/** Changes how a shop's visitors prove their identity. Refuses what could not work. */
@ApplicationScoped
public class IdentityAdministration {
    private static final int MAX_KEYS = 5;
    private static final List<String> PUBLISHED = List.of(IdentityKey.RS256, IdentityKey.ES256);
    private static final int LONGEST_NAME = 300;

    private final IdentityStore store;
    private final JwksReader reader;
    private final boolean plainHttp;
    private final Ids ids;
    private final Clock clock;

    IdentityAdministration(IdentityStore store, JwksReader reader, Ids ids, Clock clock,
            @ConfigProperty(name = "parley.outgoing.allow-private", defaultValue = "false") boolean plainHttp) {
        this.store = store;
        this.reader = reader;
        this.plainHttp = plainHttp;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<IdentityBody> get(TenantId tenant) {
        return store.find(tenant).map(IdentityBody::of);
    }

    /** Replaces everything but the secrets; fails unless {@code ifMatch} names the current state. */
    public Uni<IdentityBody> set(TenantId tenant, @Nullable IdentityBody request, @Nullable String ifMatch) {
        if (request == null || request.mode() == null) {
            throw ParleyException.field("mode", "field_missing", "is `off`, `optional` or `required`.");
        }
        IdentityMode mode = request.mode();
        List<PublicKeySettings> keys = keys(request.keys() == null ? List.of() : request.keys());
        String audience = name(request.audience(), "audience");
        String issuer = name(request.issuer(), "issuer");
        return published(request.jwks(), audience).chain(jwks -> store.change(tenant, before -> {
            Etag.require(ifMatch, IdentityBody.of(before).etag());
            IdentitySettings after = new IdentitySettings(mode, request.userHash() == null || request.userHash(),
                    audience,
                    issuer, before.secrets(), keys, jwks.orElse(null));
            return provable(after);
        })).map(IdentityBody::of);
    }

    /** Reads the key set before storing its address, to report errors at once. */
    private Uni<Optional<JwksSettings>> published(@Nullable JwksSettings request, @Nullable String audience) {
        if (request == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        String url = request.url();
        String algorithm = request.alg();
        if (url == null || algorithm == null || !PUBLISHED.contains(algorithm)) {
            throw ParleyException.field("jwks", "bad_jwks", "has a `url` and an `alg`, RS256 or ES256.");
        }
        if (audience == null) {
            throw ParleyException.invalid("bad_jwks",
                    "With `jwks`, set `audience`: a provider signs for many, and what it signs for others must not count here.")
                    .at("/audience");
        }
        checkAddress(url);
        return reader.read(url, algorithm).replaceWith(Optional.of(request));
    }

    private void checkAddress(String url) {
        try {
            if (OutgoingUrl.parse(url).tls() || plainHttp) {
                return;
            }
        } catch (IllegalArgumentException odd) {
            throw ParleyException.field("jwks.url", "bad_jwks", String.valueOf(odd.getMessage()) + ".");
        }
        throw ParleyException.field("jwks.url", "bad_jwks",
                "must begin with https://: whoever could change the keys under way could be anybody.");
    }

    private static IdentitySettings provable(IdentitySettings request) {
        if (request.mode() != IdentityMode.OFF && request.provesNothing()) {
            throw new ParleyException(Kind.CONFLICT, "identity_without_key",
                    "Nothing could be checked yet. Make a secret with POST …/secrets, or send `keys`, and then set the mode.")
                    .at("/mode");
        }
        return request;
    }

    private static @Nullable String name(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw ParleyException.field(field, "bad_" + field,
                    "has at most " + LONGEST_NAME + " characters.");
        }
        return text;
    }

    private static List<PublicKeySettings> keys(List<@Nullable PublicKeySettings> wishes) {
        if (wishes.size() > MAX_KEYS) {
            throw ParleyException.invalid("too_many_keys", "There are at most " + MAX_KEYS + " `keys`.");
        }
        List<PublicKeySettings> keys = new ArrayList<>();
        List<ParleyException> refusals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            try {
                keys.add(key(wishes.get(i), names));
            } catch (ParleyException refused) {
                refusals.add(refused.at("/keys/" + i));
            }
        }
        if (!refusals.isEmpty()) {
            throw ParleyException.all(refusals);
        }
        return keys;
    }

    private static PublicKeySettings key(@Nullable PublicKeySettings request, Set<String> names) {
        if (request == null || request.alg() == null || request.publicKey() == null) {
            throw ParleyException.invalid("bad_key", "Every key needs `alg` and `public_key`.");
        }
        if (request.kid() != null && !names.add(request.kid())) {
            throw ParleyException.invalid("bad_key", "Two keys have the same `kid`. Each has one of its own.")
                    .at("/kid");
        }
        IdentityKey key = IdentityKey.ofPublic(request.kid(), request.alg(), request.publicKey());
        return new PublicKeySettings(request.kid(), request.alg(), pem(key));
    }

    private static String pem(IdentityKey key) {
        java.security.PublicKey known = (java.security.PublicKey) key.key();
        return key.algorithm().equals(IdentityKey.RS256) ? RsaKeyUtil.pemEncode(known) : EcKeyUtil.pemEncode(known);
    }

    /** The secret is readable only in this answer. {@code own} is from another system; null: a random one. */
    public Uni<IdentityBody.SecretItem> addSecret(TenantId tenant, @Nullable String own) {
        String text = own == null ? "vs_" + Token.generate() : checked(own);
        boolean longEnough = text.getBytes(StandardCharsets.UTF_8).length >= IdentityKey.SECRET_BYTES;
        IdentitySettings.Secret secret = new IdentitySettings.Secret(ids.next(), store.seal(tenant, text), longEnough,
                clock.instant());
        return store.change(tenant, before -> before.withSecrets(with(before.secrets(), secret)))
                .replaceWith(IdentityBody.SecretItem.of(secret).shownOnce(text));
    }

    private static String checked(String own) {
        if (!own.matches("[!-~]{16,200}")) {
            throw ParleyException.field("secret", "bad_secret",
                    "has 16 to 200 characters of ASCII without blanks; leave it out for a random one.");
        }
        return own;
    }

    private static List<IdentitySettings.Secret> with(List<IdentitySettings.Secret> before,
            IdentitySettings.Secret fresh) {
        if (before.size() >= IdentitySettings.MAX_SECRETS) {
            throw new ParleyException(Kind.CONFLICT, "too_many_secrets",
                    "There are two secrets already. Remove the one that your servers no longer use.");
        }
        List<IdentitySettings.Secret> all = new ArrayList<>(before);
        all.add(fresh);
        return all;
    }

    public Uni<Void> removeSecret(TenantId tenant, UUID id) {
        return store.change(tenant, before -> {
            List<IdentitySettings.Secret> left = before.secrets().stream().filter(secret -> !secret.id().equals(id))
                    .toList();
            if (left.size() == before.secrets().size()) {
                throw ParleyException.notFound("secret");
            }
            return provable(before.withSecrets(left));
        }).replaceWithVoid();
    }
}
