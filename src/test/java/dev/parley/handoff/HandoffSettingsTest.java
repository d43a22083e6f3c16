package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.handoff.HandoffSettings.BotHandsOver;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;

class HandoffSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void settingsOfBeforeTheBotHandedOver_meanWhatIsUsual() throws JsonProcessingException {
        HandoffSettings read = JSON.readValue("""
                {"assign":true,"capacity":3,"patience_seconds":60,"when_nobody":"wait",
                 "hours":{"zone":"UTC","shifts":[],"holidays":[]}}""", HandoffSettings.class);

        assertThat(read).isEqualTo(new HandoffSettings(true, 3, 60, WhenNobody.WAIT, null, OfficeHours.ALWAYS,
                BotHandsOver.AT_ONCE, null, 2, true));
    }

    @Test
    void everyField_comesBackFromWhatIsStored() throws JsonProcessingException {
        HandoffSettings all = new HandoffSettings(true, 3, 60, WhenNobody.MAIL, "a@b", OfficeHours.ALWAYS,
                BotHandsOver.AFTER_ASKING, 0, 0, false);

        String stored = JSON.writeValueAsString(all);

        assertThat(JSON.readTree(stored)).isEqualTo(JSON.readTree("""
                {"assign":true,"capacity":3,"patience_seconds":60,"when_nobody":"mail","mail_to":"a@b",
                 "hours":{"zone":"UTC","shifts":[],"holidays":[]},"bot_hands_over":"after_asking","max_bot_turns":0,
                 "after_unanswered":0,"on_anger":false}"""));
        assertThat(JSON.readValue(stored, HandoffSettings.class)).isEqualTo(all);
    }

    @Test
    void numbersThatCannotBeMeant_areRefused() {
        assertRefused("bad_max_bot_turns", 101, 2);
        assertRefused("bad_max_bot_turns", -1, 2);
        assertRefused("bad_after_unanswered", 5, 101);
        assertRefused("bad_after_unanswered", 5, -1);
    }

    private static void assertRefused(String code, int turns, int unanswered) {
        assertThatThrownBy(() -> new HandoffSettings(false, 5, 60, WhenNobody.WAIT, null, OfficeHours.ALWAYS,
                BotHandsOver.AT_ONCE, turns, unanswered, true))
                .isInstanceOfSatisfying(ParleyException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
