package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class OpenQuestionSummaryTest {
    @Test
    void questions_standInTheOrderInWhichTheyWereAsked() {
        assertThat(OpenQuestionSummary.summary(List.of("I want a person", "Where is\n my parcel?")))
                .isEqualTo("Where is my parcel? / I want a person");
    }

    @Test
    void moreThanFits_keepsTheNewest() {
        String long1 = "a".repeat(200);
        String long2 = "b".repeat(98);

        assertThat(OpenQuestionSummary.summary(List.of(long2, long1, "first"))).isEqualTo(long2);
        assertThat(OpenQuestionSummary.summary(List.of("b".repeat(97), long1, "first")))
                .isEqualTo(long1 + " / " + "b".repeat(97)).hasSize(300);
    }

    @Test
    void oneThatIsTooLong_isCutBetweenCharacters() {
        String summary = OpenQuestionSummary.summary(List.of("😀".repeat(301)));

        assertThat(summary).isEqualTo("😀".repeat(299) + "…");
    }

    @Test
    void nothingOpen_isNoSummary() {
        assertThat(OpenQuestionSummary.summary(List.of())).isNull();
        assertThat(OpenQuestionSummary.summary(List.of(" ", "\n"))).isNull();
    }
}
