package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;

class HandoffCauseTest {
    @Test
    void words_areToldAndElseTheReasonsName() {
        assertThat(HandoffCause.asked(HandoffBy.SHOP, " wants a refund ").told()).isEqualTo("wants a refund");
        assertThat(HandoffCause.asked(HandoffBy.VISITOR, " ").told()).isEqualTo("asked");
        assertThat(new HandoffCause(HandoffReason.MANY_TURNS, null, null, HandoffBy.RULE).told())
                .isEqualTo("many_turns");
    }

    @Test
    void longWords_areRefusedFromPeopleAndCutFromAModel() {
        assertThatThrownBy(() -> HandoffCause.asked(HandoffBy.VISITOR, "x".repeat(501)))
                .isInstanceOfSatisfying(ParleyException.class,
                        refused -> assertThat(refused.code()).isEqualTo("reason_too_long"));
        HandoffCause models = new HandoffCause(HandoffReason.BOT_DECIDED, "x".repeat(501), "y\u0000".repeat(1001),
                HandoffBy.BOT);

        assertThat(models.words()).isEqualTo("x".repeat(499) + "…");
        assertThat(models.summary()).isEqualTo("y".repeat(999) + "…");
    }
}
