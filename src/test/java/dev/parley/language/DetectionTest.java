package dev.parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import dev.parley.language.QuestionList.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
    private static Detected detect(String text, @Nullable String prior) {
        return Detection.of(text, Language.of(prior), QuestionList.load());
    }

    private static Detected sure(String language) {
        return new Detected(new Language(language), true);
    }

    private static Detected unsure(String language) {
        return new Detected(new Language(language), false);
    }

    @Test
    void questionsOfVisitors_areToldApart() throws IOException {
        List<Question> kept = QuestionList.read().stream().filter(Question::kept).toList();

        long right = kept.stream().filter(each -> each.detect(true).language().equals(each.language())).count();

        assertThat(right / (double) kept.size()).as(QuestionList.report(kept, true)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource({"როგორ დავაბრუნო ფეხსაცმელი DHL Express-ით?,ka", "Ինչպե՞ս վերադարձնել կոշիկները,hy",
            "আমি জুতা কীভাবে ফেরত দেব?,bn",
            "காலணிகளை எப்படி திருப்பித் தருவது?,ta", "ဖိနပ်ကို ဘယ်လိုပြန်ပေးရမလဲ?,my",
            "តើខ្ញុំត្រឡប់ស្បែកជើងដោយរបៀបណា?,km",
            "ጫማ እንዴት እመልሳለሁ?,am", "ຂ້ອຍສົ່ງເກີບຄືນແນວໃດ?,lo", "હું જૂતા કેવી રીતે પરત કરું?,gu"})
    void scriptOfOneLanguage_tellsIt(String text, String language) {
        assertThat(detect(text, null)).isEqualTo(sure(language));
        assertThat(detect("Do you ship the ფ model to the United States of America?", "en").language())
                .isEqualTo(new Language("en"));
    }

    @Test
    void beforeTheNumbersAreRead_knownWordsAndScriptsTellMost() throws IOException {
        List<Question> kept = QuestionList.read().stream().filter(Question::kept).toList();

        long right = kept.stream().filter(each -> each.detect(false).language().equals(each.language())).count();

        assertThat(right / (double) kept.size()).as(QuestionList.report(kept, false)).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "OK!", "👍", "", "?", "Trailwind 2?", "TW-2041", "Nimbus", "Aurora Duffel 40L",
            "#A1B2C3", "4,90 €",
            "https://shop.example/wo-ist-mein-paket", "anna.schmidt@example.com", "iPhone 15 Pro", "+49 30 1234567"})
    void whatSaysNothing_isInTheExpectedLanguage(String text) {
        assertThat(List.of(detect(text, "de"), detect(text, "ja"), detect(text, null)))
                .containsExactly(unsure("de"), unsure("ja"), unsure("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns", "size guide", "hi", "refund pls", "trail shoes", "gore-tex?",
            "any discount codes", "wheres my stuff",
            "is the Nimbus vegan", "Nimbus vs Trailwind", "can u help", "do you restock", "XXL available?",
            "gift wrapping"})
    void englishInAnEnglishTalk_staysEnglish(String text) {
        assertThat(detect(text, "en").language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"zh, Trailwind 2 Nimbus Rain Jacket 可以退货吗", "ja, Nimbus Rain Jacketは防水ですか",
            "ko, Trailwind Nimbus Rain Jacket 방수인가요",
            "ar, هل Nimbus Rain Jacket TW-2041 مقاوم للماء؟", "he, האם Nimbus Rain Jacket עמיד למים",
            "th, Nimbus Rain Jacket กันน้ำไหม",
            "ru, Nimbus Rain Jacket Trailwind не промокает?",
            "zh, 请看 https://shop.example/products/where-is-my-order 这个怎么退",
            "zh, trailwind吗"})
    void namesInLatinLetters_doNotTipAQuestion(String language, String text) {
        assertThat(detect(text, "en")).isEqualTo(sure(language));
    }

    @Test
    void nameInAnotherScript_doesNotTipALatinQuestion() {
        assertThat(detect("Do you have the 桜 jacket in my size?", "ja")).isEqualTo(sure("en"));
    }

    @Test
    void kanjiAlone_areJapaneseWhereJapaneseIsExpected() {
        assertThat(detect("返品方法", "ja").language()).isEqualTo(EastAsian.JAPANESE);
        assertThat(detect("返品方法", "zh").language()).isEqualTo(EastAsian.CHINESE);
        assertThat(detect("我的订单在哪里", "ja")).isEqualTo(sure("zh"));
        assertThat(detect("発送状況", "en")).isEqualTo(sure("ja"));
    }

    @Test
    void decorativeKana_isStillChinese() {
        assertThat(detect("优の品 怎么退货", "zh")).isEqualTo(sure("zh"));
        assertThat(detect("ユニクロ的退货政策是什么，请问", "ja")).isEqualTo(sure("zh"));
    }

    @Test
    void arabicLetters_areToldFromPersianAndUrdu() {
        assertThat(detect("سفارش من کجاست؟", "ar")).isEqualTo(sure("fa"));
        assertThat(detect("میرا آرڈر کہاں ہے", "en")).isEqualTo(sure("ur"));
        assertThat(detect("سلام", "fa")).isEqualTo(unsure("fa"));
        assertThat(detect("سلام", "en")).isEqualTo(unsure("ar"));
    }

    @Test
    void shouting_isReadAsWords() {
        assertThat(detect("WO IST MEIN PAKET", "en")).isEqualTo(sure("de"));
    }

    @Test
    void languageOutsideTheList_isBelievedOfItsConversation() {
        assertThat(detect("Koliko stoji dostava?", "hr").language()).isEqualTo(new Language("hr"));
        assertThat(detect("How long do I have to send them back?", "hr")).isEqualTo(sure("en"));
    }

    @Test
    void norwegian_hasOneCode() {
        assertThat(detect("ok", "no")).isEqualTo(unsure("nb"));
        assertThat(detect("ok", "nn-NO")).isEqualTo(unsure("nb"));
    }

    @Test
    void longText_isReadInPart() {
        assertThat(detect("Ich möchte meine Schuhe zurückgeben. ".repeat(20_000), "en")).isEqualTo(sure("de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\u0301\u0301\u0301", "\u0000", "ﬁﬂ", "𝕙𝕖𝕝𝕝𝕠", "İSTANBUL'a"})
    void oddText_isNoFailure(String text) {
        assertThat(detect(text, "tr").language()).isEqualTo(new Language("tr"));
    }
}
