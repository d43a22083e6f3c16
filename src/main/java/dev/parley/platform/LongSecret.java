package dev.parley.platform;

import java.util.Optional;

/** A powerful secret chosen by the operator. A short one could be guessed, so it stops the start. */
public final class LongSecret {
    /** Minimum length of a new secret, in characters. */
    public static final int MIN_LENGTH = 32;
    /** For a shop's first key, which may be older than the rule. Below {@link #MIN_LENGTH}, a warning is logged. */
    public static final int MIN_LENGTH_OF_A_SHOP = 8;

    private LongSecret() {}

    /** Empty if not set; fails with a {@link StartRefusedException} if too short. */
    public static Optional<String> require(String name, Optional<String> value, int min) {
        Optional<String> secret = value.map(String::strip).filter(text -> !text.isEmpty());
        secret.filter(text -> text.length() < min).ifPresent(text -> {
            throw new StartRefusedException(
                    name + " has " + text.length() + " characters, and a short one can be guessed. Take at least "
                            + MIN_LENGTH + " random ones, such as `openssl rand -hex 32` makes, or leave it unset.");
        });
        return secret;
    }
}
