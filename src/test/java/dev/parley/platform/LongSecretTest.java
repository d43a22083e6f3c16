package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongSecretTest {
    @ParameterizedTest
    @ValueSource(strings = {"x", "0123456789abcdef0123456789abcde", "  0123456789abcdef0123456789abcde  "})
    void aShortSecret_isRefusedWithoutBeingTold(String secret) {
        assertThatThrownBy(() -> LongSecret.require("PARLEY_OPERATOR_KEY", Optional.of(secret), LongSecret.MIN_LENGTH))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("PARLEY_OPERATOR_KEY").hasMessageContaining("32")
                .hasMessageContaining(secret.strip().length() + " characters")
                .message().doesNotContain("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void aBlankSecret_isNone(String secret) {
        assertThat(LongSecret.require("X", Optional.of(secret), LongSecret.MIN_LENGTH)).isEmpty();
    }

    @Test
    void aLongSecret_isTakenWithoutBlanksAround() {
        assertThat(LongSecret.require("X", Optional.of(" 0123456789abcdef0123456789abcdef\n"), LongSecret.MIN_LENGTH))
                .contains("0123456789abcdef0123456789abcdef");
    }

    @Test
    void aShopsFirstKey_mayBeShorterButNotATry() {
        assertThat(LongSecret.require("X", Optional.of("pk_everyday"), LongSecret.MIN_LENGTH_OF_A_SHOP)).isPresent();
        assertThatThrownBy(() -> LongSecret.require("X", Optional.of("a"), LongSecret.MIN_LENGTH_OF_A_SHOP))
                .isInstanceOf(StartRefusedException.class);
    }
}
