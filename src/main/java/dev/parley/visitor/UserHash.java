package dev.parley.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;

/** HMAC-SHA256 of the customer's id in hexadecimal, like Intercom's `user_hash`; older than JWTs. */
final class UserHash {
    private static final int BYTES = 32;

    private UserHash() {}

    /** Tries every secret, for constant time. */
    static boolean matches(String id, String hash, List<IdentityKey> secrets) {
        byte[] given = bytes(hash);
        boolean found = false;
        for (IdentityKey secret : secrets) {
            found |= MessageDigest.isEqual(mac(secret, id), given);
        }
        return found;
    }

    private static byte[] bytes(String hash) {
        try {
            return hash.length() == 2 * BYTES ? HexFormat.of().parseHex(hash) : new byte[0];
        } catch (IllegalArgumentException notHexadecimal) {
            return new byte[0];
        }
    }

    private static byte[] mac(IdentityKey secret, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret.key());
            return mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
