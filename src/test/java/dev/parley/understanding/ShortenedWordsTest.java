package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ShortenedWordsTest {
    private final ShortenedWords words = new ShortenedWords(List.of("person", "agent", "bestell*", "yes"), 5);

    @Test
    void letterTooMuchTooFewOrWrong_findsTheWord() {
        assertThat(words.near("perrson")).contains("person");
        assertThat(words.near("peron")).contains("person");
        assertThat(words.near("persan")).contains("person");
        assertThat(words.near("bestel")).contains("bestell*");
    }

    @Test
    void twoSwappedLetters_findTheWord() {
        assertThat(words.near("agnet")).contains("agent");
    }

    @Test
    void shortWords_areLeftOut() {
        assertThat(words.near("yess")).isEmpty();
    }

    @Test
    void otherWord_findsNothing() {
        assertThat(words.near("jacket")).isEmpty();
    }
}
