package dev.parley.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** A shop's secret for the REST interface: `pk_` and 256 random bits. Only its hash is stored. */
public final class ApiKey {
    public static final List<String> SCOPES = List.of("conversations", "faq", "visitors", "usage", "webhooks", "admin");

    private ApiKey() {}

    static String generate() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
