package dev.parley.tenant;

import java.security.Key;

import javax.crypto.spec.SecretKeySpec;

/** The secret that signs one tenant's visitor tokens: 32 bytes for HMAC-SHA256. It does not show itself in logs. */
public final class VisitorKey {
    private final byte[] secret;

    public VisitorKey(byte[] secret) {
        this.secret = secret.clone();
    }

    Key key() {
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public String toString() {
        return "VisitorKey[hidden]";
    }
}
