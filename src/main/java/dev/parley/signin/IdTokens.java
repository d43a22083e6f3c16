package dev.parley.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.agent.AgentRole;
import dev.parley.signin.SsoRefusedException.Reason;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Validates ID tokens (OpenID Connect Core, 3.1.3.7). */
final class IdTokens {
    private static final int SKEW_SECONDS = 60;
    /** Only signatures by the provider's keys; excludes "none" and shared secrets. */
    private static final String[] ALGORITHMS = {AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384, AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512};

    private IdTokens() {}

    record Expected(String issuer, String clientId, String nonce) {}

    /** {@code subject}: never changes, unlike the e-mail; {@code email}: verified by the provider. */
    record Person(String subject, String email, @Nullable String name, Map<String, Object> claims) {
        /** The highest known role in this claim; dots lead into objects. */
        Optional<AgentRole> role(String path) {
            Object found = claims;
            for (String step : path.split("\\.", -1)) {
                found = found instanceof Map<?, ?> object ? object.get(step) : null;
            }
            Collection<?> names = found instanceof Collection<?> several
                    ? several
                    : found == null ? List.of() : List.of(found);
            return Stream.of(AgentRole.values()).filter(role -> names.contains(role.wire()))
                    .reduce((lower, higher) -> higher);
        }
    }

    static Person check(String token, JsonWebKeySet keys, Expected expected, Instant now) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                .setExpectedIssuer(true, expected.issuer())
                .setExpectedAudience(true, expected.clientId())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String party = claims.getStringClaimValue("azp");
            if (!expected.nonce().equals(claims.getStringClaimValue("nonce"))
                    || (party != null && !party.equals(expected.clientId()))) {
                throw new SsoRefusedException(Reason.FAILED, "the ID token was made for another sign-in");
            }
            return person(claims);
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw new SsoRefusedException(Reason.FAILED,
                    "the ID token does not check: " + refused.getClass().getSimpleName());
        }
    }

    private static Person person(JwtClaims claims) throws MalformedClaimException {
        String email = claims.getStringClaimValue("email");
        if (email == null || !"true".equals(String.valueOf(claims.getClaimValue("email_verified")))) {
            throw new SsoRefusedException(Reason.NOT_INVITED, "the provider has not verified the e-mail");
        }
        return new Person(Objects.requireNonNull(claims.getSubject()), email,
                claims.getClaimValue("name") instanceof String name ? name : null, claims.getClaimsMap());
    }
}
