package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import dev.parley.prompt.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptWordsTest {
    private static final int MAX_TOKENS = 224;

    private final TokenCounter tokens = new TokenCounter();
    private final PromptWords words = new PromptWords(tokens);

    @Test
    void whatFits_isSentAsItIs() {
        assertThat(words.fitted("Karst 38,\nFjord\t12")).isEqualTo("Karst 38, Fjord 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Karst 38, ", "靴とかばん、", "👟🎒 "})
    void whatIsTooLong_losesItsBeginning(String piece) {
        String fitted = Objects.requireNonNull(words.fitted(piece.repeat(5_000) + "Fjord 12"));

        assertThat(fitted).endsWith("Fjord 12");
        assertThat(tokens.count(fitted)).isBetween(MAX_TOKENS / 2, MAX_TOKENS);
        assertThat(fitted.chars().filter(unit -> Character.isSurrogate((char) unit)).count() % 2).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n "})
    void nothing_isNotSent(String prompt) {
        assertThat(words.fitted(prompt)).isNull();
    }
}
