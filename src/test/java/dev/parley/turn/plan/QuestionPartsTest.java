package dev.parley.turn.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPartsTest {
    @Test
    void questionsInOneMessage_areParts() {
        assertThat(QuestionParts.of("Do you ship to Norway? And what does it cost?"))
                .containsExactly("Do you ship to Norway?", "And what does it cost?");
    }

    @Test
    void clausesJoinedByAnd_areParts() {
        assertThat(QuestionParts.of("where is your shop, and what is the phone number?"))
                .containsExactly("where is your shop", "what is the phone number?");
        assertThat(QuestionParts.of("可以刷信用卡吗，另外要开公司发票")).containsExactly("可以刷信用卡吗", "要开公司发票");
    }

    @Test
    void numberedQuestions_areParts() {
        assertThat(QuestionParts.of("1) can I get them bigger 2) who pays for sending back"))
                .containsExactly("can I get them bigger", "who pays for sending back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What does shipping cost?", "Do you have shoes and boots?", "防水吗？", "ok? thanks", ""})
    void oneQuestion_hasNoParts(String text) {
        assertThat(QuestionParts.of(text)).isEmpty();
    }
}
