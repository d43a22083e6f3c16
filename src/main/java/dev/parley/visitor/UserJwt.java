package dev.parley.visitor;

import java.util.List;
import java.util.regex.Pattern;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A shop's JWT about its customer (RFC 7519). Nothing in it is trusted before the signature check. */
final class UserJwt {
    private static final int LONGEST = 8192;
    /** The library ignores other characters. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    private final JsonWebSignature jws;
    private final String algorithm;
    private final @Nullable String kid;

    private UserJwt(JsonWebSignature jws, String algorithm, @Nullable String kid) {
        this.jws = jws;
        this.algorithm = algorithm;
        this.kid = kid;
    }

    static UserJwt parse(String text) {
        if (text.length() > LONGEST || !COMPACT.matcher(text).matches()) {
            throw IdentityRefusedException.invalid();
        }
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setCompactSerialization(text);
            Object kid = jws.getHeaders().getObjectHeaderValue("kid");
            if (jws.getHeaders().getObjectHeaderValue("alg") instanceof String algorithm && isUsual(kid)) {
                return new UserJwt(jws, algorithm, (String) kid);
            }
        } catch (JoseException notAJwt) {
            // Falls through to the refusal, like every error before the signature check.
        }
        throw IdentityRefusedException.invalid();
    }

    private static boolean isUsual(@Nullable Object kid) {
        return kid == null || (kid instanceof String text && IdentityKey.KID.matcher(text).matches());
    }

    String algorithm() {
        return algorithm;
    }

    @Nullable
    String kid() {
        return kid;
    }

    boolean means(IdentityKey key) {
        return key.algorithm().equals(algorithm) && (kid == null || key.kid() == null || kid.equals(key.kid()));
    }

    /** The claims, verified by one of the selected keys. */
    JwtClaims provenBy(List<IdentityKey> keys) {
        try {
            for (IdentityKey key : keys) {
                if (means(key) && isSignedWith(key)) {
                    return JwtClaims.parse(jws.getPayload());
                }
            }
        } catch (JoseException | InvalidJwtException notClaims) {
            // Falls through to the refusal.
        }
        throw IdentityRefusedException.invalid();
    }

    private boolean isSignedWith(IdentityKey key) throws JoseException {
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm()));
        jws.setKey(key.key());
        return jws.verifySignature();
    }
}
