package dev.parley.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.parley.testsupport.UserJwts;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserJwtTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String SECRET = "vs_0123456789abcdef0123456789abcdef";
    private static final IdentityKey SHARED = IdentityKey.ofSecret("s1", SECRET);
    private static final KeyPair RSA = rsa();
    private static final KeyPair EC = ec();
    private static final IdentityKey RSA_KEY = IdentityKey.ofPublic("r1", "RS256",
            RsaKeyUtil.pemEncode(RSA.getPublic()));
    private static final IdentityKey EC_KEY = IdentityKey.ofPublic(null, "ES256", EcKeyUtil.pemEncode(EC.getPublic()));
    private static final List<IdentityKey> KEYS = List.of(SHARED, RSA_KEY, EC_KEY);

    private static KnownUser check(String jwt, IdentityKey... keys) {
        return UserClaims.check(UserJwt.parse(jwt).provenBy(List.of(keys)), IdentitySettings.NONE, NOW);
    }

    private static Map<String, Object> claims() {
        return UserJwts.claims("customer-7", NOW.plusSeconds(600));
    }

    @Test
    void jwtSignedWithTheSharedSecret_saysWhoTheCustomerIs() {
        Map<String, Object> claims = claims();
        claims.putAll(Map.of("name", "Ada", "email", "ada@example.com", "locale", "en-GB", "attributes",
                Map.of("plan", "gold")));

        assertThat(check(UserJwts.sign(claims, SECRET), SHARED)).isEqualTo(
                new KnownUser("customer-7", "Ada", "ada@example.com", "en-GB", "{\"plan\":\"gold\"}"));
    }

    @Test
    void localeWithAnUnderscore_isTakenAsItIsMeant() {
        Map<String, Object> claims = claims();
        claims.put("locale", "en_GB");

        assertThat(check(UserJwts.sign(claims, SECRET), SHARED).locale()).isEqualTo("en-GB");
    }

    @Test
    void jwtSignedWithAPrivateKey_isCheckedByItsPublicHalf() {
        String rsa = UserJwts.sign(claims(), Map.of("alg", "RS256", "kid", "r1"), RSA.getPrivate());
        String ec = UserJwts.sign(claims(), Map.of("alg", "ES256", "kid", "whatever"), EC.getPrivate());

        assertThat(check(rsa, SHARED, RSA_KEY, EC_KEY).id()).isEqualTo("customer-7");
        assertThat(check(ec, SHARED, RSA_KEY, EC_KEY).id()).isEqualTo("customer-7");
    }

    @Test
    void subject_standsForTheUserId() {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "7", "exp", NOW.plusSeconds(60).getEpochSecond()));

        assertThat(check(UserJwts.sign(claims, SECRET), SHARED).id()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{`user_id`:7,`exp`:1795687300}|7",
            "{`sub`:7,`exp`:1795687300}|7",
            "{`user_id`:7,`sub`:`7`,`exp`:1795687300}|7",
            "{`user_id`:90071992547409931234,`exp`:1795687300}|90071992547409931234",
            "{`user_id`:-1,`exp`:1795687300}|-1", "{`user_id`:0,`exp`:1795687300}|0"})
    void numberAsTheUserId_isItsDigits(String claims, String id) throws InvalidJwtException {
        JwtClaims read = JwtClaims.parse(claims.replace('`', '"'));
        Instant now = Instant.ofEpochSecond(1795687200);

        assertThat(UserClaims.check(read, IdentitySettings.NONE, now).id()).isEqualTo(id);
    }

    /** Key confusion: with the public key as an HMAC secret, anybody could sign. */
    @Test
    void publicKeyUsedAsASharedSecret_provesNothing() {
        String pem = RsaKeyUtil.pemEncode(RSA.getPublic());

        assertRefused(UserJwts.sign(claims(), pem));
        assertRefused(UserJwts.sign(claims(), pem + "\n"));
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "HS256", "kid", "r1"), UserJwts.key(pem)));
    }

    @Test
    void unsignedJwt_provesNothing() {
        String payload = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"user_id\":\"7\",\"exp\":1900000000}".getBytes(StandardCharsets.UTF_8));
        for (String algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
            String header = Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8));
            assertRefused(header + "." + payload + ".");
            assertRefused(header + "." + payload + ".AAAA");
        }
    }

    @Test
    void jwtThatBringsItsOwnKey_provesNothing() throws JoseException {
        PublicJsonWebKey own = PublicJsonWebKey.Factory.newPublicJwk(rsa().getPublic());

        assertRefused(UserJwts.sign(claims(), Map.of("alg", "RS256", "jwk", own.toParams(
                JsonWebKey.OutputControlLevel.PUBLIC_ONLY)), rsa().getPrivate()));
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "RS256", "jku", "https://evil.example/jwks.json"),
                rsa().getPrivate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../dev/null", "s1'; DROP TABLE visitor; --", "https://evil.example/key", "s1\u0000", "",
            "s 1", "file:///etc/passwd", "|id"})
    void oddKid_isRefused(String kid) {
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "HS256", "kid", kid), UserJwts.key(SECRET)));
    }

    @Test
    void kidOfNoKeyOrOfAnother_isRefused() {
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "HS256", "kid", "s2"), UserJwts.key(SECRET)));
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "HS256", "kid", 7), UserJwts.key(SECRET)));
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "RS256", "kid", "s1"), RSA.getPrivate()));
    }

    @Test
    void changedJwt_isRefused() {
        String jwt = UserJwts.sign(claims(), SECRET);
        String[] parts = jwt.split("\\.", -1);

        assertRefused(jwt.substring(0, jwt.length() - 4) + "AAAA");
        assertRefused(parts[0] + "." + UserJwts.sign(UserJwts.claims("8", NOW), SECRET).split("\\.", -1)[1] + "."
                + parts[2]);
        assertRefused(UserJwts.sign(claims(), SECRET + "x"));
        assertRefused(UserJwts.sign(claims(), Map.of("alg", "HS512"), UserJwts.key(SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "a.b.c.d.e", "....", "{}.{}.{}", "eyJhbGciOiJIUzI1NiJ9..",
            "eyJhbGciOjd9.e30.AA", "bnVsbA.bnVsbA.AA"})
    void whatIsNoJwt_isRefused(String text) {
        assertRefused(text);
    }

    /** All malformed tokens get the same error. */
    @Test
    void mangledJwts_areRefusedAllAlike() {
        Random random = new Random(7);
        List<String> good = List.of(UserJwts.sign(claims(), SECRET),
                UserJwts.sign(claims(), Map.of("alg", "RS256"), RSA.getPrivate()),
                UserJwts.sign(claims(), Map.of("alg", "ES256"), EC.getPrivate()));
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(good.get(i % good.size()));
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                int at = random.nextInt(text.length() - 8);
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, ".-_Aé=\0".charAt(random.nextInt(7)));
                    default -> text.setCharAt(at, "ABCabc012.".charAt(random.nextInt(10)));
                }
            }
            // The last Base64 character has unused bits, so some changed signatures are equal.
            String signed = text.substring(0, Math.max(0, text.lastIndexOf(".")));
            if (good.stream().noneMatch(each -> each.startsWith(signed + "."))) {
                assertRefused(text.toString());
            }
        }
    }

    @Test
    void hugeJwt_isRefusedUnread() {
        assertRefused("a".repeat(9_000));
    }

    @Test
    void expiredJwt_saysSo() {
        assertThatThrownBy(() -> check(UserJwts.sign(UserJwts.claims("7", NOW.minusSeconds(61)), SECRET), SHARED))
                .extracting("code").isEqualTo("identity_expired");
        assertThat(check(UserJwts.sign(UserJwts.claims("7", NOW.minusSeconds(59)), SECRET), SHARED).id())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"`exp` is missing|{`user_id`:`7`}",
            "`exp` lies more|{`user_id`:`7`,`exp`:1795860061}", "does not have the type|{`user_id`:`7`,`exp`:`soon`}",
            "lies ahead|{`user_id`:`7`,`exp`:1795687300,`nbf`:1795687261}",
            "lies ahead|{`user_id`:`7`,`exp`:1795687300,`iat`:1795687261}", "is missing|{`exp`:1795687300}",
            "is missing|{`user_id`:` `,`exp`:1795687300}", "is a string|{`user_id`:7.5,`exp`:1795687300}",
            "is a string|{`user_id`:true,`exp`:1795687300}",
            "is a string|{`sub`:[7],`exp`:1795687300}",

            "name two|{`user_id`:`7`,`sub`:`8`,`exp`:1795687300}",
            "is a string|{`user_id`:`7`,`name`:[],`exp`:1795687300}",
            "BCP 47|{`user_id`:`7`,`locale`:`<b>`,`exp`:1795687300}",
            "is an object|{`user_id`:`7`,`attributes`:[1],`exp`:1795687300}"})
    void signedButUselessClaims_areNamed(String reason, String json) throws JoseException {
        Map<String, Object> claims = org.jose4j.json.JsonUtil.parseJson(json.replace('`', '"'));
        Instant now = Instant.ofEpochSecond(1795687200);

        assertThatThrownBy(() -> UserClaims.check(
                UserJwt.parse(UserJwts.sign(claims, SECRET)).provenBy(KEYS), IdentitySettings.NONE, now))
                .isInstanceOf(IdentityRefusedException.class).hasMessageContaining(reason)
                .extracting("code").isEqualTo("identity_claims");
    }

    @Test
    void jwtForAnotherAudienceOrFromAnotherIssuer_isRefused() {
        IdentitySettings settings = new IdentitySettings(IdentityMode.OPTIONAL, true, "parley", "https://id.example",
                List.of(), List.of(), null);
        Map<String, Object> claims = claims();
        claims.put("aud", List.of("other", "parley"));
        claims.put("iss", "https://id.example");
        assertThat(UserClaims.check(UserJwt.parse(UserJwts.sign(claims, SECRET)).provenBy(KEYS), settings, NOW).id())
                .isEqualTo("customer-7");

        for (Map<String, Object> odd : List.<Map<String, Object>>of(Map.of("aud", "other"), Map.of("iss", "x"))) {
            Map<String, Object> changed = new HashMap<>(claims);
            changed.putAll(odd);
            assertThatThrownBy(() -> UserClaims.check(
                    UserJwt.parse(UserJwts.sign(changed, SECRET)).provenBy(KEYS), settings, NOW))
                    .extracting("code").isEqualTo("identity_claims");
        }
    }

    @Test
    void keyThatDoesNotFit_isRefusedWhenPasted() throws JoseException {
        String rsa = RsaKeyUtil.pemEncode(RSA.getPublic());
        String small = RsaKeyUtil.pemEncode(new RsaKeyUtil().generateKeyPair(1024).getPublic());
        String curve = EcKeyUtil.pemEncode(new EcKeyUtil().generateKeyPair(EllipticCurves.P384).getPublic());
        String own = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(RSA.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----";
        String privateJwk = PublicJsonWebKey.Factory.newPublicJwk(RSA.getPublic()).toJson();

        for (String[] request : new String[][]{{"ES256", rsa}, {"HS256", rsa}, {"none", rsa}, {"RS256", small},
                {"ES256", curve}, {"RS256", own}, {"RS256", "nonsense"}, {"RS256", "{}"},
                {"RS256", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"}}) {
            assertThatThrownBy(() -> IdentityKey.ofPublic(null, request[0], request[1])).as(request[0])
                    .extracting("code").isEqualTo("bad_key");
        }
        assertThat(IdentityKey.ofPublic(null, "RS256", privateJwk).key()).isEqualTo(RSA.getPublic());
    }

    @Test
    void privateJwk_isRefusedWhenPasted() throws JoseException {
        PublicJsonWebKey pair = PublicJsonWebKey.Factory.newPublicJwk(RSA.getPublic());
        pair.setPrivateKey(RSA.getPrivate());
        String json = pair.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);

        assertThatThrownBy(() -> IdentityKey.ofPublic(null, "RS256", json)).hasMessageContaining("private key");
    }

    private static void assertRefused(String jwt) {
        assertThatThrownBy(() -> UserJwt.parse(jwt).provenBy(KEYS)).as(jwt)
                .isInstanceOf(IdentityRefusedException.class)
                .extracting("code").isEqualTo("identity_invalid");
    }

    private static KeyPair rsa() {
        try {
            return new RsaKeyUtil().generateKeyPair(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec() {
        try {
            return new EcKeyUtil().generateKeyPair(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
