package dev.parley.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs a customer's identity, as a shop's backend does. */
public final class UserJwts {
    private UserJwts() {}

    /** Valid for an hour. */
    public static Map<String, Object> claims(String user) {
        return claims(user, Instant.now().plusSeconds(3600));
    }

    public static Map<String, Object> claims(String user, Instant expires) {
        return new HashMap<>(Map.of("user_id", user, "exp", expires.getEpochSecond()));
    }

    public static String sign(Map<String, ?> claims, String secret) {
        return sign(claims, Map.of("alg", "HS256"), key(secret));
    }

    /** With any header, including invalid ones. */
    public static String sign(Map<String, ?> claims, Map<String, ?> header, Key key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(JsonUtil.toJson(new HashMap<>(claims)));
        header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
        jws.setKey(key);
        jws.setDoKeyValidation(false);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Key key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public static String hash(String user, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(secret));
            return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
