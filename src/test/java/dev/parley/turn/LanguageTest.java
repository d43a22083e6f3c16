package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"Where is my parcel?, none, ENGLISH",
            "Where is my parcel?, zh-CN, ENGLISH",
            "我的 parcel 在哪里, en, CHINESE", "أين طردي, en, ARABIC", "Wo ist mein Paket?, de-AT, GERMAN",
            "Wo ist mein Paket?, DE, GERMAN", "¿Dónde está?, es, ENGLISH", "'', de, GERMAN", "🙂, none, ENGLISH"})
    void scriptDecides_andTheLocaleOnlyAmongLatin(String text, String locale, Language expected) {
        assertThat(Language.of(text, locale)).isEqualTo(expected);
    }
}
