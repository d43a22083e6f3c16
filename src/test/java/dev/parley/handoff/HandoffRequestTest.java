package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.Message;
import dev.parley.conversation.Reply;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.Presence.Sign;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link WhenAskedTest} tests the rule; this one its execution. The scheduler is off, since it processes the queue. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HandoffRequestTest {
    private static final HandoffCause UNANSWERED = new HandoffCause(HandoffReason.UNANSWERED, null, null,
            HandoffBy.RULE);

    @Inject
    Handoffs handoffs;
    @Inject
    HandoffSettingsStore rules;
    @Inject
    Presence presence;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Shops shops;
    @Inject
    Scheduler scheduler;
    private Shop shop;
    private UUID conversation;

    @BeforeEach
    void openConversation() {
        scheduler.pause();
        shop = shops.open();
        conversation = shops.conversation(shop).id();
    }

    @AfterEach
    void leaveNothingToPickUp() {
        shops.sql("UPDATE answer SET finish = 'withdrawn' WHERE finish IS NULL AND tenant_id = ?", shop.id().value());
        scheduler.resume();
    }

    @Test
    void outsideOpeningHours_theVisitorLearnsWhenTheTeamIsBackAndTheBotContinues() {
        close(WhenNobody.BACK_TO_BOT);
        online();
        RunningAnswer answer = ask("Where is my parcel?");

        Conversation now = await(handoffs.request(shop.id(), conversation));

        assertThat(now.state()).isEqualTo(new WithBot());
        assertThat(now.epoch()).isEqualTo(answer.epoch());
        assertThat(requireNonNull(now.handoff()).summary()).isEqualTo("Where is my parcel?");
        assertThat(messages()).extracting(Message::text).last().asString().startsWith("The team is back");
    }

    @Test
    void secondRequest_isNotAnnouncedAgain() {
        close(WhenNobody.LEAVE_A_MESSAGE);
        await(handoffs.request(shop.id(), conversation));
        int told = messages().size();

        await(handoffs.request(shop.id(), conversation));

        assertThat(messages()).hasSize(told);
    }

    @Test
    void shopThatLetsVisitorsWait_queuesThemOutsideOpeningHours() {
        close(WhenNobody.WAIT);

        assertThat(await(handoffs.request(shop.id(), conversation)).state()).isEqualTo(new Waiting());
        assertThat(messages()).extracting(Message::text).last().asString().startsWith("The team is back");
    }

    @Test
    void nobodyOnline_theVisitorIsToldAtOnceAndQueued() {
        assertThat(await(handoffs.request(shop.id(), conversation)).state()).isEqualTo(new Waiting());

        assertThat(messages()).extracting(Message::text).last().asString().contains("Nobody is here this very moment");
    }

    @Test
    void botWithAgentsOnline_handsOff() {
        online();
        RunningAnswer answer = ask("Do you sell unicorns?");
        HandoffPlan plan = await(handoffs.plan(shop.id(), conversation, UNANSWERED));

        await(handoffs.handOff(answer, words("I pass you on."), plan));

        assertThat(plan.waits()).isTrue();
        assertThat(now().state()).isEqualTo(new Waiting());
        assertThat(messages()).extracting(Message::text).containsExactly("Do you sell unicorns?", "I pass you on.",
                plan.sentence());
    }

    @Test
    void botWithNobodyOnline_saysSoAndContinues() {
        RunningAnswer answer = ask("Do you sell unicorns?");
        HandoffPlan plan = await(handoffs.plan(shop.id(), conversation, UNANSWERED));

        await(handoffs.handOff(answer, words(plan.sentence()), plan));

        assertThat(plan.waits()).isFalse();
        assertThat(now().state()).isEqualTo(new WithBot());
        assertThat(requireNonNull(now().handoff()).by()).isEqualTo(HandoffBy.RULE);
        assertThat(messages()).extracting(Message::text).containsExactly("Do you sell unicorns?", plan.sentence());
    }

    private void close(WhenNobody plan) {
        LocalDate inThreeDays = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(3);
        OfficeHours hours = new OfficeHours("UTC", List.of(
                new OfficeHours.Shift(inThreeDays.getDayOfWeek(), LocalTime.of(9, 0), LocalTime.of(10, 0))), List.of());
        await(rules.set(shop.id(), new HandoffSettings(false, 5, 60, plan, null, hours)));
    }

    private void online() {
        await(presence.here(List.of(new Sign(UUID.randomUUID(), shop.id(), shops.agent(shop, "agent").id(), null))));
    }

    private RunningAnswer ask(String text) {
        return requireNonNull(await(visitorMessages.record(shop.id(), conversation,
                new VisitorMessage(UUID.randomUUID(), text, null))).begun());
    }

    private Conversation now() {
        return await(conversations.get(shop.id(), conversation));
    }

    private List<Message> messages() {
        return await(conversations.messagesSince(shop.id(), conversation, 0, 100));
    }

    private static Reply words(String text) {
        return new Reply(text, "Robin", Finish.HANDOFF, List.of(), Evidence.NONE);
    }
}
