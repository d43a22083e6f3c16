package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.faq.EvalData;
import dev.parley.faq.search.Spelling.Mended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final LexicalIndex SHOP = shop("en", "Is the Trailwind 2 jacket waterproof?",
            "What are the shipping costs?",
            "I have forgotten my password", "How long does delivery take?", "Can I return shoes that I ordered?");
    private static final LexicalIndex LADEN = shop("de", "Was kostet der Versand?", "Wo finde ich meine Rechnung?",
            "Wie lange dauert die Rücksendung?");

    @ParameterizedTest
    @CsvSource({"jaket watrproof??, jacket waterproof??", "shiping cots, shipping costs",
            "pasword forgoten, password forgotten", "howlongdoesdeliverytake, how long does delivery take",
            "can i retrun my shoes, can i return my shoes", "WHERE IS MY PASWORD, WHERE IS MY password",
            "is it water proof?, is it waterproof?", "Trailwnd 2, trailwind 2"})
    void slip_isMendedByTheShopsWords(String typed, String meant) {
        assertThat(Spelling.mend(typed, SHOP).text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Is the Trailwind 2 waterproof?", "Where is SHPPING-1 or JAKET?",
            "write to ann@pasword.example",
            "see shop.example/pasword", "Who won the football world cup?", "do you sell bicycles", "submitting boots",
            "送料はいくらですか", "my name is Pasworda Retrunik", "what's yours", "1234 jaket2"})
    void whatIsNoSlip_staysAsItIs(String typed) {
        Mended mended = Spelling.mend(typed, SHOP);

        assertThat(mended.text()).isEqualTo(typed);
        assertThat(mended.corrections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Was kostet der Vesand, Was kostet der versand", "meine Rehcnung, meine rechnung",
            "Rücksednung, rücksendung", "wo ist meine Bestellung, wo ist meine Bestellung"})
    void otherLanguages_areMendedWhereItIsClear(String typed, String meant) {
        assertThat(Spelling.mend(typed, LADEN).text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"do u hv a fone nr, do you have a phone number", "wher r my shoes, where are my shoes",
            "gimme my pw pls, give me my password please"})
    void shortForm_isWrittenInFull(String typed, String meant) {
        assertThat(Spelling.mend(typed, SHOP).text()).isEqualTo(meant);
    }

    @Test
    void shortFormThatTheShopWritesItself_stays() {
        assertThat(Spelling.mend("do u ship", shop("en", "Do U-locks ship?")).text()).isEqualTo("do u ship");
    }

    @Test
    void correction_tellsWhatWasTypedAndWhatItWasTakenFor() {
        Mended mended = Spelling.mend("jaket for wet days, water proof", SHOP);

        assertThat(mended.corrections()).isEqualTo(
                List.of(new Correction("jaket", "jacket"), new Correction("water proof", "waterproof")));
    }

    @ParameterizedTest
    @CsvSource({"jaket, jacket, 1", "retrun, return, 1", "forgoten, forgotten, 1", "same, same, 0", "abc, xyz, 3",
            "short, muchlonger, 3"})
    void slips_areCounted(String one, String other, int slips) {
        assertThat(EditDistance.between(one, other, 2)).isEqualTo(slips);
    }

    private static LexicalIndex shop(String language, String... questions) {
        LexicalIndex index = new LexicalIndex();
        for (int i = 0; i < questions.length; i++) {
            index.put(i, language, EvalData.entry(List.of(questions[i]), "An answer."));
        }
        index.refresh();
        return index;
    }
}
