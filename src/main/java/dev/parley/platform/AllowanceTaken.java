package dev.parley.platform;

/**
 * Tokens that this replica took from a limit's bucket, for the same bucket on the others. {@code key} is a fingerprint,
 * so that neither addresses nor keys travel; {@code perMinute} is the bucket's own rate, or 0 for the limit's usual one.
 */
public record AllowanceTaken(String limit, long key, int perMinute, int tokens) {
    /** What another replica took. */
    public record Elsewhere(AllowanceTaken taken) {}

    /** FNV-1a, 64 bits: the same on every replica. */
    public static long fingerprint(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
