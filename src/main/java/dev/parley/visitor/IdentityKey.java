package dev.parley.visitor;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.spec.SecretKeySpec;

import dev.parley.platform.ParleyException;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A key tied to one algorithm, whatever a JWT's header says: a public key must not pass for a secret. */
record IdentityKey(@Nullable String kid, String algorithm, Key key) {
    static final String HS256 = "HS256";
    static final String RS256 = "RS256";
    static final String ES256 = "ES256";
    /** Minimum for HMAC-SHA256 (RFC 7518, section 3.2). */
    static final int SECRET_BYTES = 32;
    /** Excludes paths, addresses and SQL. */
    static final Pattern KID = Pattern.compile("[A-Za-z0-9._=-]{1,128}");
    private static final Pattern PEM = Pattern
            .compile("-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\\s]{1,4000}-----END PUBLIC KEY-----");
    private static final int MIN_RSA_BITS = 2048;
    /** Larger keys are too slow to check. */
    private static final int MAX_RSA_BITS = 8192;

    static IdentityKey ofSecret(String kid, String secret) {
        return new IdentityKey(kid, HS256, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Errors are worded for the person who pasted the key. */
    static IdentityKey ofPublic(@Nullable String kid, String algorithm, String text) {
        if (kid != null && !KID.matcher(kid).matches()) {
            throw ParleyException.field("kid", "bad_key", "has 1 to 128 of the characters A-Z a-z 0-9 . _ = -");
        }
        PublicKey key = read(text.strip());
        if (!fits(algorithm, key)) {
            throw ParleyException.field("alg", "bad_key",
                    "is RS256 with an RSA key of 2048 to 8192 bits, or ES256 with a key on P-256.");
        }
        return new IdentityKey(kid, algorithm, key);
    }

    /** Empty for a key of another type. */
    static Optional<IdentityKey> ofJwk(PublicJsonWebKey jwk, String algorithm) {
        String kid = jwk.getKeyId();
        return fits(algorithm, jwk.getPublicKey()) && (kid == null || KID.matcher(kid).matches())
                ? Optional.of(new IdentityKey(kid, algorithm, jwk.getPublicKey()))
                : Optional.empty();
    }

    private static boolean fits(String algorithm, PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> algorithm.equals(RS256) && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                    && rsa.getModulus().bitLength() <= MAX_RSA_BITS;
            case ECPublicKey ec ->
                algorithm.equals(ES256) && ec.getParams().getCurve().equals(EllipticCurves.P256.getCurve());
            default -> false;
        };
    }

    private static PublicKey read(String text) {
        try {
            return text.startsWith("{") ? ofJwk(text) : ofPem(text);
        } catch (JoseException | InvalidKeySpecException | IllegalArgumentException unreadable) {
            throw ParleyException.field("public_key", "bad_key",
                    "is a public RSA or EC key, in PEM or as a JSON Web Key.");
        }
    }

    private static PublicKey ofJwk(String text) throws JoseException {
        if (JsonWebKey.Factory.newJwk(text) instanceof PublicJsonWebKey jwk) {
            if (jwk.getPrivateKey() != null) {
                throw isPrivate();
            }
            return jwk.getPublicKey();
        }
        throw bad("A secret does not belong in `public_key`. Use POST …/secrets for it.");
    }

    private static PublicKey ofPem(String text) throws JoseException, InvalidKeySpecException {
        if (text.contains("PRIVATE KEY")) {
            throw isPrivate();
        }
        if (!PEM.matcher(text).matches()) {
            throw new IllegalArgumentException("no PEM");
        }
        try {
            return new RsaKeyUtil().fromPemEncoded(text);
        } catch (InvalidKeySpecException notRsa) {
            return new EcKeyUtil().fromPemEncoded(text);
        }
    }

    private static ParleyException isPrivate() {
        return bad(
                "This is a private key. Make a new pair, keep its private half to yourself, and send the public half.");
    }

    private static ParleyException bad(String detail) {
        return ParleyException.invalid("bad_key", detail).at("/public_key");
    }

    @Override
    public String toString() {
        return "key " + kid + " for " + algorithm;
    }
}
