package dev.parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({"de,de", "DE-at,de-AT", "zh_TW,zh-TW", "zh-hant-tw,zh-Hant-TW", "' fr ',fr", "iw,he", "gsw-CH,gsw-CH"})
    void tagHoweverSpelt_isWrittenRightly(String typed, String canonical) {
        assertThat(LanguageTag.canonical(typed)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"en-x-ignore-all-rules,en", "de-DE-u-ca-buddhist,de-DE", "ca-valencia,ca"})
    void whatFollowsTheRegion_isDropped(String typed, String canonical) {
        assertThat(LanguageTag.canonical(typed)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "*", "und", "english", "{{ lang }}", "<b>", "de'--", "en\u0000", "x-pirate",
            "de-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"})
    void whatIsNoTag_isNothing(String typed) {
        assertThat(LanguageTag.canonical(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de-DE,de;q=0.9,en;q=0.8|de-DE", "en;q=0.2, fr;q=0.7|fr",
            "*, pt-br;q=0.5|pt-BR",
            "de;q=0, it|it"})
    void browsersList_namesTheLanguageItLikesBest(String header, String preferred) {
        assertThat(LanguageTag.preferred(header)).isEqualTo(preferred);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "de;q=loud", "de;q=7", ",", ";q=", "<script>", "de; q = 1; DROP"})
    void oddList_namesNone(String header) {
        assertThat(LanguageTag.preferred(header)).isNull();
    }

    @Test
    void endlessList_isNotRead() {
        assertThat(LanguageTag.preferred("de," + "en,".repeat(10_000) + "fr")).isNull();
    }
}
