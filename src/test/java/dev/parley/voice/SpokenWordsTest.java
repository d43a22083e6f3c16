package dev.parley.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import dev.parley.speech.Transcript;
import dev.parley.speech.Transcript.Figures;
import dev.parley.speech.Transcript.Segment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenWordsTest {
    private static String words(String text, Segment... segments) {
        return SpokenWords.of(new Transcript(text, null, "en", Duration.ofSeconds(9), List.of(segments), List.of(),
                "whisper-1"));
    }

    private static Segment segment(String text, double noSpeech, @Nullable Double logprob) {
        return new Segment(Duration.ZERO, Duration.ofSeconds(3), text,
                new Figures(0, List.of(), 0.0, logprob, 1.0, noSpeech));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "...", "[BLANK_AUDIO]", "[MUSIC] [MUSIC]", "♪ (upbeat music) ♪", "♪♪",
            "(silence)",
            "[ Silence ]", "*applause*", "(leise Musik)", "<|startoftranscript|><|en|><|0.00|> <|endoftext|>",
            "[no speech]"})
    void whatIsNoSpeech_isNothing(String text) {
        assertThat(words(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Where is my order [A-7]? ; Where is my order [A-7]?",
            "<|en|><|0.00|> Where is it?<|2.00|> ; Where is it?",
            "[BLANK_AUDIO] Where is it? ; Where is it?",
            "Is it waterproof (the jacket)? ; Is it waterproof (the jacket)?",
            "Do you sell music boxes? ; Do you sell music boxes?",
            "no no no, not that one ; no no no, not that one"})
    void whatWasSaid_stays(String text, String said) {
        assertThat(words(text)).isEqualTo(said);
    }

    @Test
    void sentenceInALoop_standsOnce() {
        assertThat(words("Thank you. ".repeat(500))).isEqualTo("Thank you.");
    }

    @Test
    void sentenceForSilence_isNothing() {
        assertThat(words("Thanks for watching!", segment("Thanks for watching!", 0.98, -0.2))).isEmpty();
        assertThat(words("Where is it? Bye.", segment("Where is it?", 0.01, -0.3), segment("Bye.", 0.7, -1.4)))
                .isEqualTo("Where is it?");
    }

    @Test
    void doubtAlone_takesNothingAway() {
        assertThat(words("Where is it?", segment("Where is it?", 0.7, -0.4))).isEqualTo("Where is it?");
        assertThat(words("Where is it?", segment("Where is it?", 0.1, -2.0))).isEqualTo("Where is it?");
    }
}
