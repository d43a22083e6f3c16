package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.TeamAvailability.StaffedTeam;
import dev.parley.language.Voices;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts shown to visitors; {@link WhenAskedTest} tests who is queued. */
class TeamAvailabilityTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Availability CLOSED = new Availability.OutsideHours(
            ZonedDateTime.parse("2026-11-30T09:00:00+01:00[Europe/Berlin]"));
    private static final HandoffCause ASKED = HandoffCause.asked(HandoffBy.VISITOR, null);
    private static final HandoffCause RULED = new HandoffCause(HandoffReason.UNANSWERED, null, null, HandoffBy.RULE);

    @Test
    void visitorWhoAsked_isToldThatTheTeamKnows() {
        HandoffPlan plan = plan(WhenNobody.BACK_TO_BOT, new Availability.SomebodyThere(), "en", ASKED);

        assertThat(plan.sentence()).isEqualTo(
                "You asked for a person. The team has been told; whatever you write meanwhile is kept for them.");
        assertThat(plan.change()).isEqualTo(new OwnerChange(new Waiting(), plan.sentence(), ASKED));
    }

    @Test
    void visitorWhoDidNotAsk_isNotToldSo() {
        assertThat(plan(WhenNobody.BACK_TO_BOT, new Availability.SomebodyThere(), "en", RULED).sentence())
                .isEqualTo("Your conversation is being passed on. Somebody else will be with you.");
    }

    @Test
    void closedShop_saysWhenItOpensAsItIsWrittenWhereTheVisitorIs() {
        assertThat(plan(WhenNobody.BACK_TO_BOT, CLOSED, "de-DE", ASKED).sentence()).isEqualTo(
                "Das Team ist wieder da: Montag, 30. November 2026, 09:00 (MEZ). Bis dahin antwortet der Assistent weiter.");
        assertThat(plan(WhenNobody.BACK_TO_BOT, CLOSED, null, ASKED).sentence().replace('\u202f', ' ')).isEqualTo(
                "The team is back on Monday, November 30, 2026, 9:00 AM (CET). Until then the assistant goes on answering.");
        assertThat(plan(WhenNobody.WAIT, CLOSED, "en-GB", ASKED).sentence()).isEqualTo(
                "The team is back on Monday, 30 November 2026, 09:00 (CET). You are in line, and whatever you write is kept: somebody answers here then.");
    }

    @Test
    void closedShop_writesItsTimeInTheLanguageOfTheSentence() {
        assertThat(plan(WhenNobody.BACK_TO_BOT, CLOSED, "sv-SE", ASKED).sentence().replace('\u202f', ' ')).isEqualTo(
                "The team is back on Monday, November 30, 2026, 9:00 AM (CET). Until then the assistant goes on answering.");
        assertThat(plan(WhenNobody.BACK_TO_BOT, CLOSED, "ja", ASKED).sentence())
                .isEqualTo("担当者の対応再開：2026年11月30日月曜日, 9:00 (CET)。それまでは引き続きアシスタントがご案内いたします。");
    }

    @Test
    void shopThatNeverOpensAgain_namesNoTime() {
        Availability never = new Availability.OutsideHours(null);

        assertThat(plan(WhenNobody.BACK_TO_BOT, never, "en", ASKED).sentence())
                .startsWith("Nobody from the team is here right now.");
        assertThat(plan(WhenNobody.WAIT, never, "en", ASKED).sentence())
                .startsWith("Nobody from the team is here this very moment.");
    }

    @Test
    void botThatGoesOn_saysTheSentenceItself() {
        HandoffPlan plan = plan(WhenNobody.BACK_TO_BOT, new Availability.NobodyOnline(), "en", RULED);

        assertThat(plan.toldByTheBot()).isEqualTo(new OwnerChange(new WithBot(), "", RULED));
    }

    @Test
    void mail_goesWhenNobodyIsToldAtOnceAndNotTwiceAnHour() {
        assertThat(plan(WhenNobody.MAIL, CLOSED, "en", ASKED).mailTo()).isEqualTo("team@shop.example");
        assertThat(plan(WhenNobody.LEAVE_A_MESSAGE, CLOSED, "en", ASKED).mailTo()).isNull();
        assertThat(plan(WhenNobody.MAIL, new Availability.NobodyOnline(), "en", ASKED).mailTo()).isNull();
        assertThat(staffed(WhenNobody.MAIL, CLOSED).plan(found("en", NOW.minusSeconds(3599)), ASKED, NOW).mailTo())
                .isNull();
        assertThat(staffed(WhenNobody.MAIL, CLOSED).plan(found("en", NOW.minusSeconds(3600)), ASKED, NOW).mailTo())
                .isEqualTo("team@shop.example");
    }

    @ParameterizedTest
    @EnumSource(WhenNobody.class)
    void whatOnlyTheTeamCanSeeTo_waitsInLineWhateverThePlan(WhenNobody when) {
        HandoffCause left = new HandoffCause(HandoffReason.LEFT_MESSAGE, null, null, HandoffBy.VISITOR);
        HandoffCause action = new HandoffCause(HandoffReason.ACTION, null, null, HandoffBy.RULE);
        String mail = when == WhenNobody.MAIL ? "team@shop.example" : null;

        for (Availability nobody : List.of(CLOSED, new Availability.NobodyOnline())) {
            HandoffPlan kept = plan(when, nobody, "en", left);
            assertThat(kept.change()).isEqualTo(new OwnerChange(new Waiting(), "", left));
            assertThat(kept.keepsMessage()).isTrue();
            assertThat(kept.mailTo()).isEqualTo(mail);
            HandoffPlan uncertain = plan(when, nobody, "en", action);
            assertThat(uncertain.change().state()).isEqualTo(new Waiting());
            assertThat(uncertain.sentence()).contains("You are in line");
            assertThat(uncertain.mailTo()).isEqualTo(mail);
        }
        assertThat(plan(when, new Availability.SomebodyThere(), "en", left).keepsMessage()).isFalse();
        assertThat(plan(when, new Availability.SomebodyThere(), "en", action).mailTo()).isNull();
    }

    @Test
    void requestForAMessage_isNotedWithTheConversation() {
        assertThat(plan(WhenNobody.MAIL, CLOSED, "en", ASKED).change().wantsMessage()).isTrue();
        assertThat(plan(WhenNobody.LEAVE_A_MESSAGE, new Availability.NobodyOnline(), "en", RULED).toldByTheBot()
                .wantsMessage()).isTrue();
        assertThat(plan(WhenNobody.BACK_TO_BOT, CLOSED, "en", ASKED).change().wantsMessage()).isFalse();
    }

    private static HandoffPlan plan(WhenNobody plan, Availability availability, @Nullable String locale,
            HandoffCause cause) {
        return staffed(plan, availability).plan(found(locale, null), cause, NOW);
    }

    private static StaffedTeam staffed(WhenNobody plan, Availability availability) {
        return new StaffedTeam(new HandoffSettings(false, 5, 120, plan, "team@shop.example", OfficeHours.ALWAYS),
                availability, Voices.ofShop("en"));
    }

    private static Conversation found(@Nullable String locale, @Nullable Instant handedOffAt) {
        return new Conversation(ID, new TenantId(ID), ID, new WithBot(), 1, 0, locale, null, "{}", null, Instant.EPOCH,
                Instant.EPOCH, null, handedOffAt);
    }
}
