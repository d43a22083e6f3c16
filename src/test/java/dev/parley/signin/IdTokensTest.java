package dev.parley.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.parley.agent.AgentRole;
import dev.parley.signin.IdTokens.Expected;
import dev.parley.signin.IdTokens.Person;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Expected EXPECTED = new Expected("https://login.example", "parley", "the nonce");

    private static RsaJsonWebKey key;
    private static RsaJsonWebKey foreignKey;

    @BeforeAll
    static void makeKeys() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("one");
        foreignKey = RsaJwkGenerator.generateJwk(2048);
        foreignKey.setKeyId("one");
    }

    private static JwtClaims good() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(EXPECTED.issuer());
        claims.setAudience(EXPECTED.clientId());
        claims.setSubject("4711");
        claims.setIssuedAt(at(-5));
        claims.setExpirationTime(at(300));
        claims.setClaim("nonce", EXPECTED.nonce());
        claims.setClaim("azp", EXPECTED.clientId());
        claims.setClaim("email", "Ada@Shop.example");
        claims.setClaim("email_verified", true);
        return claims;
    }

    private static NumericDate at(long seconds) {
        return NumericDate.fromSeconds(NOW.getEpochSecond() + seconds);
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey by) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue("one");
        signature.setKey(by.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private static Person check(String token) {
        return IdTokens.check(token, new JsonWebKeySet(key), EXPECTED, NOW);
    }

    @Test
    void goodToken_saysWhoItIs() throws JoseException {
        Person person = check(signed(good(), key));

        assertThat(person.subject()).isEqualTo("4711");
        assertThat(person.email()).isEqualTo("Ada@Shop.example");
    }

    private static Arguments wrong(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                wrong("issuer", claims -> claims.setIssuer("https://evil.example")),
                wrong("audience", claims -> claims.setAudience("another client")),
                wrong("party", claims -> claims.setClaim("azp", "another client")),
                wrong("nonce", claims -> claims.setClaim("nonce", "of another sign-in")),
                wrong("no nonce", claims -> claims.unsetClaim("nonce")),
                wrong("expired", claims -> claims.setExpirationTime(at(-61))),
                wrong("no expiry", claims -> claims.unsetClaim("exp")),
                wrong("no subject", claims -> claims.unsetClaim("sub")),
                wrong("no e-mail", claims -> claims.unsetClaim("email")),
                wrong("e-mail that nobody verified", claims -> claims.setClaim("email_verified", false)),
                wrong("e-mail of which nothing is said", claims -> claims.unsetClaim("email_verified")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void tokenWithAWrongClaim_isRefused(String what, Consumer<JwtClaims> change) throws JoseException {
        JwtClaims claims = good();
        change.accept(claims);
        String token = signed(claims, key);

        assertThatThrownBy(() -> check(token)).as(what).isInstanceOf(SsoRefusedException.class);
    }

    @Test
    void tokenOfAnotherKey_isRefused() throws JoseException {
        String token = signed(good(), foreignKey);

        assertThatThrownBy(() -> check(token)).isInstanceOf(SsoRefusedException.class);
    }

    @Test
    void tokenWithoutASignature_isRefused() throws JoseException {
        JsonWebSignature none = new JsonWebSignature();
        none.setPayload(good().toJson());
        none.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        String token = none.getCompactSerialization();

        assertThatThrownBy(() -> check(token)).isInstanceOf(SsoRefusedException.class);
    }

    /** Key confusion: the public key used as an HMAC secret. */
    @Test
    void tokenSignedWithThePublicKeyAsASecret_isRefused() throws JoseException {
        JsonWebSignature shared = new JsonWebSignature();
        shared.setPayload(good().toJson());
        shared.setKeyIdHeaderValue("one");
        shared.setKey(new HmacKey(key.getRsaPublicKey().getEncoded()));
        shared.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        String token = shared.getCompactSerialization();

        assertThatThrownBy(() -> check(token)).isInstanceOf(SsoRefusedException.class);
    }

    @Test
    void role_isTheHighestOfOursAtItsPlace() {
        Person person = new Person("4711", "ada@shop.example", null,
                Map.of("realm_access", Map.of("roles", List.of("offline", "supervisor", "agent")), "parley", "agent"));

        assertThat(person.role("realm_access.roles")).contains(AgentRole.SUPERVISOR);
        assertThat(person.role("parley")).contains(AgentRole.AGENT);
        assertThat(person.role("realm_access.nothing.there")).isEmpty();
    }
}
