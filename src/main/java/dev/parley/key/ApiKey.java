package dev.parley.key;

import java.util.List;

import dev.parley.platform.Token;

/** A shop's key for the REST API: `pk_` and a {@link Token}. */
public final class ApiKey {
    public static final List<String> SCOPES = List.of("conversations", "faq", "visitors", "usage", "webhooks", "admin");
    private static final int HINT = 7;

    private ApiKey() {}

    public static String generate() {
        return "pk_" + Token.generate();
    }

    public static byte[] hash(String key) {
        return Token.hash(key);
    }

    /** Reveals 24 of a generated key's 256 bits. */
    public static String hint(String key) {
        return key.substring(0, Math.min(HINT, key.length() / 2)) + "…";
    }
}
