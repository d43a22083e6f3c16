package dev.parley.tenant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that signs a tenant's visitor tokens: 32 bytes for HMAC-SHA256. Never appears in logs. */
public final class VisitorKey {
    private final byte[] secret;

    public VisitorKey(byte[] secret) {
        this.secret = secret.clone();
    }

    public Key key() {
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    /** 43 characters that cannot be traced back to the visitor without this key. */
    public String pseudonym(UUID visitor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(visitor.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "VisitorKey[hidden]";
    }
}
