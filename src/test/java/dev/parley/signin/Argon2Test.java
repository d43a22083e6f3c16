package dev.parley.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testsupport.ConsoleUser;
import org.junit.jupiter.api.Test;

class Argon2Test {
    @Test
    void password_matchesItsOwnHashAlone() {
        String hash = Argon2.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.matches("correct horse battery", hash)).isTrue();
        assertThat(Argon2.matches("Correct horse battery", hash)).isFalse();
        assertThat(Argon2.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void hashOfAnotherEffort_isReadAsItWasMade() {
        assertThat(Argon2.matches(ConsoleUser.PASSWORD, ConsoleUser.HASH)).isTrue();
    }

    /** The reference implementation's test vector: argon2id, version 19, 2 passes, 64 MiB, 1 lane. */
    @Test
    void hashOfTheReferenceImplementation_isUnderstood() {
        assertThat(Argon2.matches("password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")).isTrue();
    }
}
