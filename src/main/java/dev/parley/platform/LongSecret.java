package dev.parley.platform;

import java.util.Optional;

/** A secret that an operator chooses and that opens much: short ones are refused at the start, because they can be guessed. */
public final class LongSecret {
    private static final int LEAST = 32;

    private LongSecret() {}

    /**
     * Empty when none is set; fails with a {@link StartRefusedException} when it is too short.
     *
     * @param name of the environment variable
     */
    public static Optional<String> require(String name, Optional<String> value) {
        Optional<String> secret = value.map(String::strip).filter(text -> !text.isEmpty());
        secret.filter(text -> text.length() < LEAST).ifPresent(text -> {
            throw new StartRefusedException(
                    name + " has " + text.length() + " characters, and a short one can be guessed. Take at least "
                            + LEAST + " random ones, such as `openssl rand -hex 32` makes, or leave it unset.");
        });
        return secret;
    }
}
