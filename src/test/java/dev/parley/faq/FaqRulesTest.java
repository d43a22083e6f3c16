package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaqRulesTest {
    @Test
    void sparseEntry_getsSafeDefaults() {
        FaqContent content = FaqRules.check(entry(" Q? ", "A", null, null, null, null, null));

        assertThat(content.question()).isEqualTo("Q?");
        assertThat(content.locale()).isEqualTo("en");
        assertThat(content.status()).isEqualTo(FaqEntry.Status.PUBLISHED);
        assertThat(content.variants()).isEmpty();
    }

    @Test
    void entryWithoutAnAnswer_mayOnlyBeADraft() {
        FaqContent draft = FaqRules.check(entry("Q?", "  ", null, null, "draft", null, null));

        assertThat(draft.answer()).isEmpty();
        assertRefused("answer_empty", entry("Q?", "  ", null, null, "published", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://a.example/x", "//a.example", "https:", "a b",
            "data:text/html,x"})
    void urlOfAnotherKindThanTheWebs_isRefused(String url) {
        assertRefused("bad_url", entry("Q?", "A", null, url, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"https://größe.example/straße https://größe.example/straße",
            "https://例え.jp/ https://例え.jp/",
            "https://my_shop.example/a https://my_shop.example/a",
            "http://shop_backend:8080/x http://shop_backend:8080/x",
            "https://пример.испытание/возврат https://пример.испытание/возврат",
            "https://shop.example/a|b https://shop.example/a%7Cb",
            "https://shop.example?x=[1] https://shop.example?x=[1]", "HTTPS://Shop.Example/ HTTPS://Shop.Example/",
            "https://[2001:db8::1]:8443/ https://[2001:db8::1]:8443/", "https://متجر.example/ https://متجر.example/"})
    void urlOfAnyCountry_isTaken(String url, String kept) {
        assertThat(FaqRules.check(entry("Q?", "A", null, url, null, null, null)).url()).isEqualTo(kept);
    }

    @Test
    void blankInAnAddress_isEscaped() {
        assertThat(FaqRules.check(entry("Q?", "A", null, "https://shop.example/a b\u00a0c", null, null, null)).url())
                .isEqualTo("https://shop.example/a%20b%C2%A0c");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "zh_Hant_TW,zh-Hant-TW", "PT-br,pt-BR"})
    void locale_isKeptInItsProperForm(String sent, String kept) {
        assertThat(FaqRules.check(entry("Q?", "A", sent, null, null, null, null)).locale()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english language", "e", "-", "x-private", "12"})
    void localeThatIsNone_isRefused(String locale) {
        assertRefused("bad_locale", entry("Q?", "A", locale, null, null, null, null));
    }

    @Test
    void date_beginsAtMidnightUtc() {
        FaqContent content = FaqRules
                .check(entry("Q?", "A", null, null, null, "2026-12-24", "2026-12-25T01:00:00+02:00"));

        assertThat(content.validFrom()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(content.validUntil()).isEqualTo(Instant.parse("2026-12-24T23:00:00Z"));
    }

    @Test
    void lastDay_isValidToItsEnd() {
        FaqContent content = FaqRules.check(entry("Q?", "A", null, null, null, "2026-12-24", "2026-12-24"));

        assertThat(content.validFrom()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(content.validUntil()).isEqualTo(Instant.parse("2026-12-25T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30,,bad_valid_from", "soon,,bad_valid_from", ",+1000000-01-01T00:00:00Z,bad_valid_until",
            "2026-05-02,2026-05-01,bad_validity",
            "2026-05-01T00:00:00Z,2026-05-01T00:00:00Z,bad_validity"})
    void timesThatMakeNoSpan_areRefused(@Nullable String from, @Nullable String until, String code) {
        assertRefused(code, entry("Q?", "A", null, null, null, from, until));
    }

    @Test
    void textsBeyondTheirLimits_areRefusedByName() {
        assertThat(FaqRules.check(entry("😀".repeat(500), "A", null, null, null, null, null)).question()).hasSize(1000);
        assertRefused("question_too_long", entry("q".repeat(501), "A", null, null, null, null, null));
        assertRefused("answer_too_long", entry("Q?", "a".repeat(20_001), null, null, null, null, null));
        assertRefused("bad_character", entry("Q\0?", "A", null, null, null, null, null));
        assertRefused("too_many_variants", withVariants(IntStream.range(0, 101).mapToObj(i -> "v" + i).toList()));
    }

    @Test
    void emptyAndRepeatedVariants_areLeftOut() {
        FaqContent content = FaqRules.check(withVariants(List.of("Q?", "a", " a ", " ", "b")));

        assertThat(content.variants()).containsExactly("a", "b");
        assertThat(FaqRules.check(withVariants(Collections.singletonList(null))).variants()).isEmpty();
    }

    private static void assertRefused(String code, FaqFields fields) {
        assertThatThrownBy(() -> FaqRules.check(fields)).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static FaqFields withVariants(List<@Nullable String> variants) {
        return new FaqFields(null, "Q?", variants, "A", null, null, null, null, null, null, null);
    }

    private static FaqFields entry(String question, String answer, @Nullable String locale, @Nullable String url,
            @Nullable String status, @Nullable String from, @Nullable String until) {
        return new FaqFields(null, question, null, answer, locale, null, null, url, status, from, until);
    }
}
