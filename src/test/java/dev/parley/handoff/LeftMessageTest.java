package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.VisitorMessage;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.Presence.Sign;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A visitor who is asked to leave a message does so: the team gets it, and the bot does not answer it as a question.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LeftMessageTest {
    private static final String LEFT = "The zip of my rucksack broke, please write to bob@shop.example";
    private static final String KEPT = "Thank you, your message is kept for our team.";

    @Inject
    Turns turns;
    @Inject
    Handoffs handoffs;
    @Inject
    HandoffSettingsStore rules;
    @Inject
    WaitingVisitorsJob line;
    @Inject
    Presence presence;
    @Inject
    Conversations conversations;
    @Inject
    Shops shops;
    private Shop shop;
    private UUID conversation;

    @BeforeEach
    void openConversation() {
        shop = shops.open();
        conversation = shops.conversation(shop).id();
    }

    private void plan(WhenNobody plan, OfficeHours hours) {
        await(rules.set(shop.id(),
                new HandoffSettings(false, 5, 60, plan, plan == WhenNobody.MAIL ? "t@shop.example" : null, hours)));
    }

    private static OfficeHours closed() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        return new OfficeHours("UTC", List.of(new OfficeHours.Shift(today.plusDays(3).getDayOfWeek(),
                LocalTime.of(9, 0), LocalTime.of(10, 0))), List.of());
    }

    private void say(String text) {
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    /** Sends the text and waits for the bot's answer. */
    private Message ask(String text) {
        long before = await(conversations.get(shop.id(), conversation)).lastSeq();
        say(text);
        Awaitility.await().until(() -> !answers(before).isEmpty());
        return answers(before).getFirst();
    }

    private List<Message> answers(long since) {
        return await(conversations.messagesSince(shop.id(), conversation, since, 50)).stream()
                .filter(message -> message.author() == Author.BOT).toList();
    }

    private String state() {
        return shops.column("SELECT state || ' ' || coalesce(handoff_code, '') FROM conversation WHERE id = ?",
                conversation).getFirst();
    }

    private void assertAskedForAMessage() {
        assertThat(await(conversations.messagesSince(shop.id(), conversation, 0, 50)).getLast().text())
                .contains("Leave your question");
    }

    /** The situations in which a visitor is asked for a message. */
    enum Way {
        BUTTON_OUTSIDE_HOURS, WORDS_OUTSIDE_HOURS, BOT_WITH_NOBODY_ONLINE, NOBODY_CAME
    }

    private void come(Way way) {
        switch (way) {
            case BUTTON_OUTSIDE_HOURS -> {
                plan(WhenNobody.LEAVE_A_MESSAGE, closed());
                await(handoffs.request(shop.id(), conversation));
            }
            case WORDS_OUTSIDE_HOURS -> {
                plan(WhenNobody.MAIL, closed());
                ask("I want to talk to a person");
            }
            case BOT_WITH_NOBODY_ONLINE -> {
                plan(WhenNobody.LEAVE_A_MESSAGE, OfficeHours.ALWAYS);
                ask("Who painted the Mona Lisa?");
                ask("And who built the tower of Pisa?");
            }
            case NOBODY_CAME -> {
                plan(WhenNobody.MAIL, OfficeHours.ALWAYS);
                await(handoffs.request(shop.id(), conversation));
                hasWaitedLong();
            }
        }
    }

    private void hasWaitedLong() {
        shops.sql("UPDATE conversation SET waiting_since = now() - INTERVAL '1 hour' WHERE id = ?", conversation);
        await(line.seeTo(shop.id()));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void leftMessage_isAcknowledgedAndLiesInLineForTheTeam(Way way) {
        come(way);
        assertAskedForAMessage();

        assertThat(ask(LEFT).text()).startsWith(KEPT);

        assertThat(state()).isEqualTo("waiting left_message");
        hasWaitedLong();
        assertThat(state()).as("nobody gives up what was left").isEqualTo("waiting left_message");
    }

    @ParameterizedTest
    @CsvSource({"de, Der Reißverschluss an meinem Rucksack ist kaputt., Vielen Dank",
            "fr, La fermeture de mon sac à dos est cassée., Merci", "de, bob@shop.example, Vielen Dank"})
    void leftMessage_isAcknowledgedInTheVisitorsLanguage(String locale, String text, String words) {
        shops.sql("UPDATE conversation SET locale = ? WHERE id = ?", locale, conversation);
        come(Way.BUTTON_OUTSIDE_HOURS);

        assertThat(ask(text).text()).startsWith(words);
    }

    @Test
    void courtesyAndAnotherWishForAPerson_areNoMessage() {
        come(Way.BUTTON_OUTSIDE_HOURS);

        assertThat(ask("thanks").text()).startsWith("You are welcome!");
        assertThat(ask("I want to talk to a person").text()).contains("Leave your question");
        assertThat(ask(LEFT).text()).startsWith(KEPT);
        assertThat(state()).isEqualTo("waiting left_message");
    }

    @Test
    void whatIsWrittenAfterIt_isKeptToo() {
        come(Way.BUTTON_OUTSIDE_HOURS);
        ask(LEFT);
        long before = await(conversations.get(shop.id(), conversation)).lastSeq();

        say("My number is in the mail.");

        assertThat(shops.column("SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL", conversation))
                .isEmpty();
        assertThat(answers(before)).isEmpty();
    }

    @Test
    void questionAskedBeforeAMessageWasWanted_isAnsweredByTheBot() {
        plan(WhenNobody.LEAVE_A_MESSAGE, OfficeHours.ALWAYS);
        await(handoffs.request(shop.id(), conversation));
        say("Good morning!");
        hasWaitedLong();

        Awaitility.await().until(() -> !answers(0).isEmpty());
        assertThat(answers(0).getFirst().finish()).isEqualTo("courtesy");
        assertThat(ask(LEFT).text()).startsWith(KEPT);
    }

    @Test
    void teamThatIsBackMeanwhile_getsTheVisitorAtOnce() {
        come(Way.BUTTON_OUTSIDE_HOURS);
        plan(WhenNobody.LEAVE_A_MESSAGE, OfficeHours.ALWAYS);
        await(presence.here(List.of(new Sign(UUID.randomUUID(), shop.id(), shops.agent(shop, "agent").id(), null))));

        assertThat(ask(LEFT).text()).startsWith("I am passing you on to our team.");
        assertThat(state()).isEqualTo("waiting left_message");
    }

    @Test
    void withoutARequestForAMessage_theBotAnswersOn() {
        plan(WhenNobody.BACK_TO_BOT, closed());
        await(handoffs.request(shop.id(), conversation));

        assertThat(ask(LEFT).finish()).isEqualTo("no_answer");
    }
}
