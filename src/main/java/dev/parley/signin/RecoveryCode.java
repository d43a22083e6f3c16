package dev.parley.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.platform.Token;

/** Recovery codes for a lost authenticator: sixteen characters with 80 random bits, enough for a fast hash. */
final class RecoveryCode {
    static final int HOW_MANY = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 10;

    private RecoveryCode() {}

    /** Ten codes, in groups of four characters. */
    static List<String> fresh() {
        return Stream.generate(RecoveryCode::generate).limit(HOW_MANY).toList();
    }

    private static String generate() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base32.encode(random).toLowerCase(Locale.ROOT).replaceAll("(....)(?=.)", "$1-");
    }

    /** Accepts the code with or without dashes. Bound to the agent, so that rows of two agents cannot be compared. */
    static byte[] hash(UUID agent, String typed) {
        return Token.hash("recovery " + agent + " "
                + typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
