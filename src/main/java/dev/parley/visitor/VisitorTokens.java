package dev.parley.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Visitors' tokens: JWTs (RFC 7519) signed with the tenant's own key, so that a token is worthless at another shop. */
@ApplicationScoped
public class VisitorTokens {
    /** The default retention, so that a returning visitor sees the conversation. */
    static final Duration LIFE = Duration.ofDays(30);
    /** Shorter for a customer: the browser may be shared, and the shop can prove the identity again. */
    static final Duration KNOWN_LIFE = Duration.ofHours(24);
    private static final String KNOWN = "known";
    private static final String LOCALE = "locale";
    private static final String AUDIENCE = "parley-visitor";
    private static final int LONGEST = 2048;

    private final Tenants tenants;
    private final VisitorIdentity identity;
    private final Clock clock;
    private final JwtConsumer unverified = new JwtConsumerBuilder()
            .setSkipAllValidators().setDisableRequireSignature().setSkipSignatureVerification().build();

    VisitorTokens(Tenants tenants, VisitorIdentity identity, Clock clock) {
        this.tenants = tenants;
        this.identity = identity;
        this.clock = clock;
    }

    public record Issued(String token, Instant expiresAt) {}

    /** A valid token. {@code known}: issued to a verified customer. */
    public record Read(Visitor visitor, boolean known, @Nullable String locale, Instant expiresAt) {}

    public Issued issue(Tenant shop, UUID visitor, @Nullable String locale) {
        return issue(shop, visitor, false, locale, clock.instant().plus(LIFE));
    }

    /** After a proof of identity. */
    public Issued issueKnown(Tenant shop, UUID visitor, @Nullable String locale) {
        return issue(shop, visitor, true, locale, clock.instant().plus(KNOWN_LIFE));
    }

    /** Without a new proof, so the expiry stays. */
    public Issued issueKnown(Tenant shop, Read earlier, @Nullable String locale) {
        return issue(shop, earlier.visitor().id(), true, locale, earlier.expiresAt());
    }

    private static Issued issue(Tenant shop, UUID visitor, boolean known, @Nullable String locale, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(KNOWN, known);
        if (locale != null) {
            claims.setClaim(LOCALE, locale);
        }
        claims.setSubject(visitor.toString());
        claims.setAudience(AUDIENCE);
        claims.setIssuer(shop.id().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(shop.visitorKey().key());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return new Issued(signature.getCompactSerialization(), Instant.ofEpochSecond(expires.getEpochSecond()));
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK can sign with HMAC-SHA256", e);
        }
    }

    /** Null also for an anonymous token where identity is required. */
    public Uni<@Nullable Read> verify(String token) {
        return read(token).chain(read -> read == null || read.known()
                ? Uni.createFrom().item(read)
                : identity.isRequired(read.visitor().tenant()).map(required -> required ? null : read));
    }

    /** Null for an invalid token; the caller must not reveal why. */
    public Uni<@Nullable Read> read(String token) {
        TenantId claimed = claimedTenant(token);
        if (claimed == null) {
            return Uni.createFrom().nullItem();
        }
        return tenants.byId(claimed).map(shop -> shop == null ? null : verify(token, shop));
    }

    /** Unverified; only selects the key. */
    private @Nullable TenantId claimedTenant(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        try {
            String issuer = unverified.processToClaims(token).getIssuer();
            return issuer == null ? null : new TenantId(UUID.fromString(issuer));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    private @Nullable Read verify(String token, Tenant shop) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(shop.visitorKey().key())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.HMAC_SHA256)
                .setExpectedAudience(AUDIENCE)
                .setExpectedIssuer(shop.id().toString())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return new Read(new Visitor(shop.id(), UUID.fromString(claims.getSubject())),
                    Boolean.TRUE.equals(claims.getClaimValue(KNOWN)), claims.getStringClaimValue(LOCALE),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException refused) {
            return null;
        }
    }
}
