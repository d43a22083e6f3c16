package dev.parley.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.LongSecret;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.StartRefusedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's key. It gives no access to shops, and a shop's key gives none to the operator's API. */
@ApplicationScoped
public class OperatorKey {
    public static final String SETTING = "PARLEY_OPERATOR_KEY";
    public static final String ROLE = "operator";

    private final Optional<String> given;
    private final Optional<String> shopKey;

    /**
     * @param given Opens `/operator` and `/v1/operator/…`; at least 32 characters. Without it, both are closed.
     */
    OperatorKey(@ConfigProperty(name = "parley.operator.key") Optional<String> given,
            @ConfigProperty(name = "parley.bootstrap.api.key") Optional<String> shopKey) {
        this.given = given;
        this.shopKey = shopKey;
    }

    /** At the start, since an attacker should not be the first to find a weak key. */
    public void requireGood() {
        Optional<String> key = key();
        if (key.isPresent() && key.equals(shopKey.map(String::strip))) {
            throw new StartRefusedException(SETTING
                    + " and PARLEY_BOOTSTRAP_API_KEY are the same: a shop's key must not open what is the operator's. Take another.");
        }
    }

    /** Without a key, the operator's API is closed. */
    public boolean set() {
        return key().isPresent();
    }

    private Optional<String> key() {
        return LongSecret.require(SETTING, given, LongSecret.MIN_LENGTH);
    }

    /** Constant time. Fails with `operator_closed` without a key. */
    boolean matches(String shown) {
        String key = key().orElseThrow(() -> new ParleyException(Kind.NOT_FOUND, "operator_closed",
                "The operator's interface is closed. To open it, start Parley with " + SETTING
                        + " set to a secret of at least 32 characters."));
        return MessageDigest.isEqual(hash(key), hash(shown));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
