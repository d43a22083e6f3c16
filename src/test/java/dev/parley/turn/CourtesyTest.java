package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {
    @ParameterizedTest
    @CsvSource({"Hi!, GREETING", "'  hello there  ', GREETING", "Good MORNING..., GREETING", "你好！, GREETING",
            "مرحبا, GREETING", "Guten Tag, GREETING", "thx, THANKS", "Ok thanks!, THANKS",
            "'Great, thank you so much!!', THANKS", "谢谢您。, THANKS", "Danke schön, THANKS", "شكرا, THANKS",
            "bye, GOODBYE", "Auf Wiedersehen., GOODBYE", "再见~, GOODBYE", "مع السلامة, GOODBYE"})
    void textThatIsNothingElse_isACourtesy(String text, Courtesy courtesy) {
        assertThat(Courtesy.in(text)).contains(courtesy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello, where is my parcel?", "thanks but it is still broken", "hi-res images?", "history",
            "这是什么？", "你好，我的包裹在哪里？", "bye the way", "", "?!", "👍", "no thanks", "oh hi",
            "thank you thank you thank you thank you thank you"})
    void anythingMore_isAQuestion(String text) {
        assertThat(Courtesy.in(text)).isEmpty();
    }

    @Test
    void reply_isInTheVisitorsLanguage() {
        assertThat(Courtesy.THANKS.reply(Language.GERMAN))
                .isEqualTo("Gern geschehen! Fragen Sie ruhig, wenn noch etwas ist.");
        assertThat(Courtesy.GOODBYE.reply(Language.CHINESE)).isEqualTo("再见，祝您愉快！");
    }
}
