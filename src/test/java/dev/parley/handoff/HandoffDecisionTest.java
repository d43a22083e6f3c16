package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.HandoffDecision.Decision;
import dev.parley.handoff.HandoffDecision.Decision.AskFirst;
import dev.parley.handoff.HandoffDecision.Decision.HandOff;
import dev.parley.handoff.HandoffDecision.Decision.Not;
import dev.parley.handoff.HandoffDecision.Signs;
import dev.parley.handoff.HandoffSettings.BotHandsOver;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoffDecisionTest {
    private static final Signs NONE = new Signs(false, false, false, false, 0, 0);
    private static final Signs WISH = new Signs(true, false, false, false, 0, 0);
    private static final Signs YES = new Signs(false, true, false, false, 0, 0);
    private static final Signs MODEL = new Signs(false, false, true, false, 0, 0);
    private static final Signs ANGER = new Signs(false, false, false, true, 0, 0);

    @Test
    void nothingSpeaksForAPerson_theBotAnswers() {
        assertThat(decide(HandoffSettings.DEFAULT, NONE)).isEqualTo(new Not());
        assertThat(decide(HandoffSettings.DEFAULT, new Signs(false, false, false, false, 1, 99)))
                .isEqualTo(new Not());
    }

    @Test
    void whoeverIsBehindIt_isNamed() {
        assertThat(decide(HandoffSettings.DEFAULT, WISH))
                .isEqualTo(new HandOff(HandoffReason.ASKED, HandoffBy.VISITOR));
        assertThat(decide(HandoffSettings.DEFAULT, YES))
                .isEqualTo(new HandOff(HandoffReason.ACCEPTED, HandoffBy.VISITOR));
        assertThat(decide(HandoffSettings.DEFAULT, MODEL))
                .isEqualTo(new HandOff(HandoffReason.BOT_DECIDED, HandoffBy.BOT));
        assertThat(decide(HandoffSettings.DEFAULT, ANGER))
                .isEqualTo(new HandOff(HandoffReason.ANGER, HandoffBy.RULE));
    }

    @Test
    void secondQuestionWithoutAnAnswer_isOneTooMany() {
        assertThat(decide(HandoffSettings.DEFAULT, new Signs(false, false, false, false, 2, 2)))
                .isEqualTo(new HandOff(HandoffReason.UNANSWERED, HandoffBy.RULE));
        assertThat(decide(settings(BotHandsOver.AT_ONCE, null, 0, true), new Signs(false, false, false, false, 9, 9)))
                .isEqualTo(new Not());
    }

    @Test
    void botWithAsManyAnswersAsTheShopLetsIt_handsOver() {
        HandoffSettings three = settings(BotHandsOver.AT_ONCE, 3, 2, true);

        assertThat(decide(three, new Signs(false, false, false, false, 0, 2))).isEqualTo(new Not());
        assertThat(decide(three, new Signs(false, false, false, false, 0, 3)))
                .isEqualTo(new HandOff(HandoffReason.MANY_TURNS, HandoffBy.RULE));
        assertThat(decide(settings(BotHandsOver.AT_ONCE, 0, 2, true), NONE))
                .isEqualTo(new HandOff(HandoffReason.MANY_TURNS, HandoffBy.RULE));
    }

    @Test
    void angerThatTheShopLeavesToTheBot_isNoReason() {
        assertThat(decide(settings(BotHandsOver.AT_ONCE, null, 2, false), ANGER)).isEqualTo(new Not());
    }

    @Test
    void shopThatWantsToBeAsked_getsAPersonOnlyAfterAYes() {
        HandoffSettings asking = settings(BotHandsOver.AFTER_ASKING, null, 2, true);

        assertThat(decide(asking, WISH)).isEqualTo(new AskFirst(HandoffReason.ASKED));
        assertThat(decide(asking, MODEL)).isEqualTo(new AskFirst(HandoffReason.BOT_DECIDED));
        assertThat(decide(asking, YES)).isEqualTo(new HandOff(HandoffReason.ACCEPTED, HandoffBy.VISITOR));
    }

    @Test
    void shopThatNeverWantsIt_keepsItsBot() {
        HandoffSettings never = settings(BotHandsOver.NEVER, 0, 1, true);

        for (Signs signs : new Signs[]{WISH, YES, MODEL, ANGER, new Signs(true, true, true, true, 5, 5)}) {
            assertThat(decide(never, signs)).isEqualTo(new Not());
        }
    }

    @Test
    void severalReasons_theVisitorsOwnWordComesFirst() {
        assertThat(decide(HandoffSettings.DEFAULT, new Signs(true, true, true, true, 5, 5)))
                .isEqualTo(new HandOff(HandoffReason.ACCEPTED, HandoffBy.VISITOR));
        assertThat(decide(HandoffSettings.DEFAULT, new Signs(true, false, true, true, 5, 5)))
                .isEqualTo(new HandOff(HandoffReason.ASKED, HandoffBy.VISITOR));
    }

    private static Decision decide(HandoffSettings settings, Signs signs) {
        return HandoffDecision.decide(settings, signs);
    }

    private static HandoffSettings settings(BotHandsOver bot, @Nullable Integer max, int unanswered, boolean anger) {
        return new HandoffSettings(false, 5, 120, WhenNobody.BACK_TO_BOT, null, OfficeHours.ALWAYS, bot, max,
                unanswered, anger);
    }
}
