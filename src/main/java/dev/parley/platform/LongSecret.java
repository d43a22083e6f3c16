package dev.parley.platform;

import java.util.Optional;

/** A secret that an operator chooses and that opens much: short ones are refused at the start, because they can be guessed. */
public final class LongSecret {
    /** What is asked for where a secret is new. */
    public static final int LEAST = 32;
    /** Of a shop's first key, which shops chose before there was a rule: what could be tried out is refused, the rest is advised against. */
    public static final int LEAST_OF_A_SHOP = 8;

    private LongSecret() {}

    /**
     * Empty when none is set; fails with a {@link StartRefusedException} when it is too short.
     *
     * @param name of the environment variable
     * @param least characters
     */
    public static Optional<String> require(String name, Optional<String> value, int least) {
        Optional<String> secret = value.map(String::strip).filter(text -> !text.isEmpty());
        secret.filter(text -> text.length() < least).ifPresent(text -> {
            throw new StartRefusedException(
                    name + " has " + text.length() + " characters, and a short one can be guessed. Take at least "
                            + LEAST + " random ones, such as `openssl rand -hex 32` makes, or leave it unset.");
        });
        return secret;
    }
}
