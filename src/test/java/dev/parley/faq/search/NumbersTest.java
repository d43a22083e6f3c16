package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.faq.FaqEntry;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final FaqEntry SIZE_42 = Entries.entry("The Trailwind is out of stock in that size.",
            List.of("Do you have the Trailwind in size 42?", "trailwind 42"));

    @Test
    void anotherSize_disagrees() {
        assertThat(Numbers.disagree("Do you have the Trailwind in size 43?", SIZE_42)).isTrue();
    }

    @Test
    void sameSize_agrees() {
        assertThat(Numbers.disagree("is the trailwind in 42 there", SIZE_42)).isFalse();
    }

    @Test
    void questionWithoutNumber_agrees() {
        assertThat(Numbers.disagree("Do you have the Trailwind in my size?", SIZE_42)).isFalse();
    }

    @Test
    void orderNumber_saysNothingOfTheSubject() {
        assertThat(Numbers.disagree("Is order 370795561790 the Trailwind?", SIZE_42)).isFalse();
    }

    @Test
    void numberInOneWordingOnly_isNotWhatTheEntryIsAbout() {
        FaqEntry track = Entries.entry("On your account's page.",
                List.of("Where is my order?", "track purchase 1234", "where is order 4711"));

        assertThat(Numbers.disagree("where is order 9921", track)).isFalse();
    }

    @Test
    void numberThatTheAnswerNames_agrees() {
        FaqEntry sizes = Entries.entry("We have sizes 36 to 46.", List.of("Do you have size 42?"));

        assertThat(Numbers.disagree("Do you have size 46?", sizes)).isFalse();
        assertThat(Numbers.disagree("Do you have size 48?", sizes)).isTrue();
    }
}
