package dev.parley.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.SecretBox;

/** Webhook secrets: `whsec_` and 32 random bytes in Base64, stored sealed. */
@ApplicationScoped
class Secrets {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final SecretBox secretBox;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretBox secretBox) {
        this.secretBox = secretBox;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    String seal(UUID webhook, String secret) {
        return secretBox.seal(secret, owner(webhook));
    }

    /** Empty if the service's key has changed. */
    Optional<Signature> open(UUID webhook, String sealed) {
        return secretBox.open(sealed, owner(webhook))
                .map(secret -> new Signature(Base64.getDecoder().decode(secret.substring(PREFIX.length()))));
    }

    private static String owner(UUID webhook) {
        return "webhook:" + webhook;
    }
}
