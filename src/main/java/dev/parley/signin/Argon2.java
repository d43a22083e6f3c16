package dev.parley.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) in the PHC string format, which stores the parameters with the hash. */
final class Argon2 {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** OWASP's minimum for servers: 19 MiB, two passes, one lane. */
    private static final Cost COST = new Cost(19_456, 2, 1);
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern STORED = Pattern
            .compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private Argon2() {}

    private record Cost(int memoryKib, int passes, int lanes) {}

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + COST.memoryKib() + ",t=" + COST.passes() + ",p=" + COST.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(digest(password, salt, COST));
    }

    static boolean matches(String password, String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password is not in the PHC string format");
        }
        Cost cost = new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(digest(password, salt, cost), Base64.getDecoder().decode(parts.group(5)));
    }

    private static byte[] digest(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] digest = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
