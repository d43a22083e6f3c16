package dev.parley.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    static Stream<Language> others() {
        return Sentences.SPOKEN.stream().filter(language -> !language.equals(Language.ENGLISH));
    }

    private static String say(Sentence sentence, @Nullable String wanted, Tenant shop) {
        return new BundledSentences(shop, Voices::in).say(sentence, Language.of(wanted));
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{[^}]*}").matcher(text).results().map(MatchResult::group).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyLanguage_hasEverySentenceWithItsPlace(Language language) {
        Properties texts = Voices.read(language);

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Sentence.values()).map(Sentence::key).toList());
        assertThat(Arrays.asList(Sentence.values())).allSatisfy(sentence -> {
            String text = texts.getProperty(sentence.key());
            assertThat(text).isNotBlank().isEqualTo(text.strip());
            assertThat(places(text)).isEqualTo(sentence.place() == null ? List.of() : List.of(sentence.place()));
        });
    }

    @Test
    void english_hasEverySentenceWithItsPlace() {
        Properties texts = Voices.english();

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Sentence.values()).map(Sentence::key).toList());
        assertThat(Arrays.asList(Sentence.values())).allSatisfy(sentence -> assertThat(
                places(texts.getProperty(sentence.key())))
                .isEqualTo(sentence.place() == null ? List.of() : List.of(sentence.place())));
    }

    @ParameterizedTest
    @MethodSource("others")
    void sentence_isInItsFilesLanguage(Language language) {
        Properties texts = Voices.read(language);
        String all = String.join(" ", texts.values().stream().map(String.class::cast).toList());

        assertThat(Detection.of(all, null, QuestionList.load())).isEqualTo(new Detected(language, true));
        assertThat(Arrays.asList(Sentence.values())).allSatisfy(sentence -> assertThat(
                texts.getProperty(sentence.key())).isNotEqualTo(Voices.english().getProperty(sentence.key())));
    }

    @Test
    void files_areOfSpokenLanguagesAlone() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                    others().map(language -> "sentences_" + language.code() + ".properties").toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, de, fr", "fr-CA, de, fr", "zh-Hant-TW, en, zh", "sv, de, de", "sv, fi, en", ", ja, ja",
            ", fi, en"})
    void visitor_isSpokenToInTheirsElseTheShopsElseEnglish(@Nullable String wanted, String shop, String spoken) {
        assertThat(Voices.ofShop(shop).spoken(Language.of(wanted)).code()).isEqualTo(spoken);
        assertThat(say(Sentence.GREETING, wanted, Voices.shop(shop, Map.of())))
                .isEqualTo(Voices.in(new Language(spoken)).greeting());
    }

    @Test
    void noAnswer_hasTheShopsHintInTheHintsLanguageAlone() {
        assertThat(say(Sentence.NO_ANSWER, "en", Voices.shop("en-GB", Map.of()))).isEqualTo(
                "I could not find an answer to that in our help pages. Would you like to talk to a person? From 9 to 5.");
        assertThat(say(Sentence.NO_ANSWER, "de", Voices.shop("en", Map.of()))).isEqualTo(
                "Dazu habe ich in unseren Hilfeseiten nichts gefunden. Möchten Sie mit einem Menschen sprechen?");
    }

    @Test
    void shopsOwnSentence_isSaidInItsLanguageAlone() {
        Tenant shop = Voices.shop("de",
                Map.of("de", Map.of("greeting", "Moin!", "joined", "{agent} hilft. Ja, {agent}!")));

        assertThat(say(Sentence.GREETING, "de", shop)).isEqualTo("Moin!");
        assertThat(say(Sentence.GREETING, "sv", shop)).isEqualTo("Moin!");
        assertThat(say(Sentence.GREETING, "fr", shop)).isEqualTo("Bonjour ! Comment puis-je vous aider ?");
        assertThat(new BundledSentences(shop, Voices::in).say(Sentence.JOINED, new Language("de"), "Ada"))
                .isEqualTo("Ada hilft. Ja, Ada!");
    }

    @Test
    void hostileText_staysText() {
        Tenant shop = Voices.shop("en", Map.of("en", Map.of(
                "greeting", "{#if true}{inject:vault.key}{/if} ${x} {agent}",
                "joined", "{agent} {#for i in 9}{agent}{/for} \\$1")));

        assertThat(say(Sentence.GREETING, "en", shop)).isEqualTo("{#if true}{inject:vault.key}{/if} ${x} {agent}");
        assertThat(new BundledSentences(shop, Voices::in).say(Sentence.JOINED, Language.ENGLISH, "{what}$0"))
                .isEqualTo("{what}$0 {#for i in 9}{what}$0{/for} \\$1");
    }

    @Test
    void sentenceThatNobodyWouldHear_isRefusedByName() {
        assertRefused(Map.of("sv", Map.of("greeting", "Hej!")), "languages en, de,");
        assertRefused(Map.of("de", Map.of("gruss", "Moin!")), "sentences greeting, thanks,");
        assertRefused(Map.of("de", Map.of("confirm", "Ich tue es, ja?")), "needs {what} in `confirm`");
    }

    private static void assertRefused(Map<String, Map<String, String>> own, String why) {
        assertThatThrownBy(() -> SentenceRules.require(own)).isInstanceOf(ParleyException.class)
                .hasMessageContaining(why);
    }
}
