package dev.parley.conversation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinishSqlTest {
    @Test
    void words_areAsTheyAreStored() {
        assertThat(FinishSql.in("CASE WHEN finish = {held} THEN {no_answer} ELSE {withdrawn} END {lease}"))
                .isEqualTo("CASE WHEN finish = 'held' THEN 'no_answer' ELSE 'withdrawn' END {lease}");
    }

    @Test
    void groups_areLists() {
        assertThat(FinishSql.in("finish NOT IN {leaves open} OR finish IN {no turn} OR finish IN {unanswered}"))
                .isEqualTo(
                        "finish NOT IN ('content_filter', 'interrupted', 'courtesy', 'no_answer', 'handoff', 'offer')"
                                + " OR finish IN ('courtesy', 'offer') OR finish IN ('interrupted', 'no_answer')");
    }
}
