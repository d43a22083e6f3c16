package dev.parley.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tokens that this replica took from a limit's bucket, for the same bucket on the others. {@code key} is a fingerprint,
 * so that neither addresses nor keys travel; {@code perMinute} is the bucket's own rate, or 0 for the limit's usual one.
 */
public record AllowanceTaken(String limit, long key, int perMinute, int tokens) {
    /** What another replica took. */
    public record Elsewhere(AllowanceTaken taken) {}

    /** The beginning of SHA-256: the same on every replica, and nobody can aim at another one's bucket. */
    public static long fingerprint(String key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
