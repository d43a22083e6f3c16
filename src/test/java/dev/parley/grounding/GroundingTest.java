package dev.parley.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
    private static List<String> invented(String answer, String... sources) {
        return Grounding.check(answer, Sources.of(List.of(sources))).stream().map(Fact::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"€4.90 | 4,90 €", "EUR 4,90 | €4.90",
            "4.90 euros | €4.90",
            "5,- € | €5", "1.250,50 € | €1,250.50", "1 250,50 € | €1,250.50", "1'250.50 CHF | CHF 1250.50",
            "$20 | 20 US$", "20 $ | USD 20", "20 dollars | 20 CAD", "¥500 | 500 元", "₹1,00,000 | 100000 INR",
            "49 zł | 49 PLN",
            "99 kr | 99 SEK", "30 days | thirty days", "30 Tage | thirty days", "30-day | 30 days",
            "dreißig Tage | 30 days",
            "两周 | 14 days", "2 weeks | 14 days", "24h | 1 day", "24 Stunden | one day", "36 months | three years",
            "dreijährige Garantie | three-year warranty", "驼 三年 | 3 years", "vingt-et-un jours | 21 days",
            "treinta y uno días | 31 days",
            "3-5 working days | 3–5 Werktage", "zwischen 3 und 5 Werktagen | 3 to 5 business days",
            "up to 5 working days | 3–5 working days",
            "at least 3 working days | 3–5 working days", "a week's time, 7 days | a week", "10 % | ten percent",
            "％10 | 10%",
            "百分之十 | 10 %", "24.12.2026 | 24 December 2026", "2026-12-24 | Dec. 24th, 2026",
            "12/24/2026 | 24 décembre 2026",
            "24. Dezember | December 24, 2026", "2026年12月24日 | 24 December 2026", "13:00 | 1 pm", "13 Uhr | 1 p.m.",
            "13h00 | 1pm",
            "下午1点 | 13:00", "10 to 7 pm | 10 am to 7 pm", "10–19 Uhr | from 10 am to 7 pm",
            "Mittwoch | Monday to Saturday",
            "https://x.example/a/ | x.example/a", "www.x.example | https://x.example/a?b=c",
            "[here](https://x.example/a) | x.example/a#b",
            "Help@x.example | help@x.example", "030 5557 0120 | +49 30 5557 0120",
            "(030) 5557-0120 | +49 (30) 55570120",
            "٣٠ يومًا | 30 days", "３０ days | 30 days", "1.15 kg | 1,150 g", "54 x 32 x 22 cm | 54 × 32 × 22 cm",
            "20 m | 20,000 mm",
            "15\" | 15 inch", "5–10 working days | EU 2–3 working days, USA 5–10"})
    void sameFactInOtherWords_isStated(String answer, String source) {
        assertThat(invented("It is " + answer + " for you.", "The shop says " + source + ".")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"€4.90 | €5.90", "€4.90 | $4.90", "€1.250 | €1.25",
            "30 days | 30 working days",
            "30 days | 30 weeks", "30 days | one month", "2 working days | 2–3 working days", "3–4 days | 3–5 days",
            "10 % | 10 €", "24 December | 25 December", "24.12.2026 | 24.12.2027", "1 pm | 1 am", "14:00 | 1 pm",
            "Sunday | Monday to Saturday", "Monday to Friday | Monday to Saturday", "x.example/b | x.example/a",
            "y.example | x.example",
            "info@x.example | help@x.example", "030 5557 0121 | +49 30 5557 0120", "340 g | 310 g", "340 g | 340 kg",
            "24 hours | 48 hours",
            "order 4711 | order 4712", "4.90 | 4.95", "½ or 12,5 % | 12 %"})
    void anotherFact_isInvented(String answer, String source) {
        assertThat(invented("It is " + answer + " for you.", "The shop says " + source + ".")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. Open it.\n2. Close it.\n10. Done.", "12) Press the button", "See [1] and [2, 3].",
            "The Trailwind 2 is dry.",
            "Grade T3, model AP-TW2, a 4x4", "We are there 24/7.", "Both of our two shops",
            "Once you are in, one of us helps.",
            "e.g. shoes, i.e. boots, z.B. Schuhe", "Have a nice day!", "I'll be back in a minute.",
            "That is on us. No one pays twice.",
            "Un momento, por favor.", "Einen Tag später geht es auch.", "你好，一起看看吧。", "three steps and two pockets"})
    void ordinaryWords_areNoFacts(String text) {
        assertThat(Facts.in(text)).isEmpty();
    }

    @Test
    void inventedFacts_areToldWithTheirPlaces() {
        String answer = "It costs €5 and takes 3 days [1].";

        List<Fact> invented = Grounding.check(answer, Sources.of(List.of("€4.90, 3 days")));

        assertThat(invented).hasSize(1);
        assertThat(invented.getFirst().kind()).isEqualTo(Fact.Kind.AMOUNT);
        assertThat(answer.substring(invented.getFirst().start(), invented.getFirst().end())).isEqualTo("€5")
                .isEqualTo(invented.getFirst().text());
    }

    @Test
    void whatAnActionBrings_isASourceToo() {
        Sources sources = Sources.of(List.of("30 days"));

        assertThat(Grounding.check("On 3 May", sources)).hasSize(1);
        assertThat(Grounding.check("On 3 May", sources.and("{\"expected\":\"2026-05-03\"}"))).isEmpty();
    }

    @Test
    void textsOfTheShop_supportLikeOthers() {
        Sources sources = Sources.of(List.of("30 days")).andOfTheShop(List.of("It costs €4.90.", "Call 0800 12345."));

        assertThat(Grounding.check("It costs €4.90 and takes 30 days.", sources)).isEmpty();
        assertThat(Grounding.check("It costs €5.90.", sources)).hasSize(1);
        assertThat(Grounding.check("It costs €4.90.", Sources.of(List.of("30 days")))).hasSize(1);
    }

    @Test
    void hostileText_takesNoTime() {
        for (String piece : List.of("1 ", "9.", "1-", "a.b.", "[1,", "@a.", "三", "€", "one to ", "http://",
                "99999999999 h ", "99999999999 pm ", "99999999999 May ")) {
            assertThat(Facts.in(piece.repeat(3_000))).hasSizeLessThan(9_001);
        }
    }
}
