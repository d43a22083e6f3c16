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

/** The key of whoever runs this Parley. It opens no shop, and no shop's key opens what it opens. */
@ApplicationScoped
public class OperatorKey {
    public static final String SETTING = "PARLEY_OPERATOR_KEY";
    /** What its holder may do, as operations name it. */
    public static final String ROLE = "operator";

    private final Optional<String> given;
    private final Optional<String> shopKey;

    OperatorKey(@ConfigProperty(name = "parley.operator.key") Optional<String> given,
            @ConfigProperty(name = "parley.bootstrap.api.key") Optional<String> shopKey) {
        this.given = given;
        this.shopKey = shopKey;
    }

    /** At the start, so that a bad key is not found out by an attacker. */
    public void requireGood() {
        Optional<String> key = key();
        if (key.isPresent() && key.equals(shopKey.map(String::strip))) {
            throw new StartRefusedException(SETTING
                    + " and PARLEY_BOOTSTRAP_API_KEY are the same: a shop's key must not open what is the operator's. Take another.");
        }
    }

    /** Whether there is one; without it everything of the operator's is closed. */
    public boolean set() {
        return key().isPresent();
    }

    private Optional<String> key() {
        return LongSecret.require(SETTING, given, LongSecret.LEAST);
    }

    /** In a time that does not depend on how much of it is right. Fails with `operator_closed` when there is no key. */
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
