package dev.parley.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.platform.Token;

/** Codes that stand in for a telephone that is gone: sixteen letters and digits, 80 random bits, so that a quick hash hides them. */
final class RecoveryCode {
    static final int HOW_MANY = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 10;

    private RecoveryCode() {}

    /** Ten of them, in groups of four for those who write them down. */
    static List<String> fresh() {
        return Stream.generate(RecoveryCode::generate).limit(HOW_MANY).toList();
    }

    private static String generate() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base32.encode(random).toLowerCase(Locale.ROOT).replaceAll("(....)(?=.)", "$1-");
    }

    /** Of the code as typed, with or without its dashes; bound to the agent, so that no two agents' rows can be compared. */
    static byte[] hash(UUID agent, String typed) {
        return Token.hash("recovery " + agent + " "
                + typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
