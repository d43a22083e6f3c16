package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.Presence.Sign;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job also runs every two seconds, with the same result. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WaitingVisitorsJobTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    WaitingVisitorsJob line;
    @Inject
    HandoffSettingsStore rules;
    @Inject
    Handoffs handoffs;
    @Inject
    Presence presence;
    @Inject
    Conversations conversations;
    @Inject
    Turns turns;
    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open();
    }

    private void rule(boolean assign, int capacity, WhenNobody plan, OfficeHours hours) {
        await(rules.set(shop.id(), new HandoffSettings(assign, capacity, 60, plan, "team@shop.example", hours)));
    }

    private UUID waiting() {
        UUID conversation = shops.conversation(shop).id();
        await(handoffs.request(shop.id(), conversation));
        return conversation;
    }

    private void hasWaitedLong(UUID conversation) {
        shops.sql("UPDATE conversation SET waiting_since = now() - INTERVAL '2 minutes' WHERE id = ?", conversation);
    }

    private UUID online(String... skills) {
        UUID agent = shops.agent(shop, "agent").id();
        shops.sql("UPDATE agent SET skills = string_to_array(?, ',') WHERE id = ?", String.join(",", skills), agent);
        await(presence.here(List.of(new Sign(UUID.randomUUID(), shop.id(), agent, null))));
        return agent;
    }

    private Conversation now(UUID conversation) {
        return await(conversations.get(shop.id(), conversation));
    }

    private String lastLine(UUID conversation) {
        return shops.column("SELECT text FROM message WHERE conversation_id = ? ORDER BY seq DESC LIMIT 1",
                conversation).getFirst();
    }

    @Test
    void waitingVisitors_areSpreadOverThoseOnlineUpToTheirCapacity() {
        UUID ada = online();
        UUID ben = online();
        shops.agent(shop, "agent");
        List<UUID> visitors = List.of(waiting(), waiting(), waiting());
        rule(true, 1, WhenNobody.WAIT, OfficeHours.ALWAYS);

        await(line.seeTo(shop.id()));

        assertThat(List.of(now(visitors.get(0)).state(), now(visitors.get(1)).state()))
                .containsExactlyInAnyOrder(new WithAgent(ada), new WithAgent(ben));
        assertThat(now(visitors.get(2)).state()).isEqualTo(new Waiting());
    }

    @Test
    void labelThatIsASkill_waitsForWhoHasIt() {
        online("");
        UUID expert = online("refunds");
        UUID visitor = waiting();
        shops.sql("UPDATE conversation SET labels = '{Refunds,vip}' WHERE id = ?", visitor);
        rule(true, 5, WhenNobody.WAIT, OfficeHours.ALWAYS);

        await(line.seeTo(shop.id()));

        assertThat(now(visitor).state()).isEqualTo(new WithAgent(expert));
    }

    @Test
    void visitorOfAGermanPage_isGivenToWhoSpeaksGerman() {
        online();
        UUID german = online("de");
        online("fr");
        String token = given().contentType(ContentType.JSON).header("Origin", Shops.ORIGIN)
                .body(Map.of("tenant", shop.slug(), "locale", "de-AT")).post("/v1/visitor/sessions").path("token");
        UUID visitor;
        try (VisitorClient client = VisitorClient.connect(site)) {
            visitor = UUID.fromString(client.hello(token, 0).await("ready").path("conversation").asText());
            client.say(Map.of("type", "handoff"));
            client.await("message");
        }
        rule(true, 5, WhenNobody.WAIT, OfficeHours.ALWAYS);

        await(line.seeTo(shop.id()));

        assertThat(now(visitor).state()).isEqualTo(new WithAgent(german));
    }

    @Test
    void agentWhoIsAway_isGivenNothing() {
        UUID ada = online();
        shops.sql("UPDATE agent SET away = true WHERE id = ?", ada);
        UUID visitor = waiting();
        rule(true, 5, WhenNobody.WAIT, OfficeHours.ALWAYS);

        await(line.seeTo(shop.id()));

        assertThat(now(visitor).state()).isEqualTo(new Waiting());
    }

    @Test
    void nobodyThere_sendsWhoHasWaitedLongBackToTheBot() {
        rule(false, 5, WhenNobody.BACK_TO_BOT, OfficeHours.ALWAYS);
        UUID patient = waiting();
        UUID fresh = waiting();
        hasWaitedLong(patient);

        await(line.seeTo(shop.id()));

        assertThat(now(patient).state()).isEqualTo(new WithBot());
        assertThat(lastLine(patient)).startsWith("Nobody is available right now. The assistant answers again");
        assertThat(now(fresh).state()).isEqualTo(new Waiting());
    }

    @Test
    void questionThatNobodyAnswered_isTheBotsWhenItHasTheVisitorBack() {
        rule(false, 5, WhenNobody.BACK_TO_BOT, OfficeHours.ALWAYS);
        UUID visitor = waiting();
        await(turns.say(shop.id(), visitor, new VisitorMessage(UUID.randomUUID(), "hello", null)));
        hasWaitedLong(visitor);

        await(line.seeTo(shop.id()));

        Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> shops.column(
                "SELECT author || ' ' || finish FROM message WHERE conversation_id = ? AND author = 'bot'", visitor),
                List.of("bot courtesy")::equals);
    }

    @Test
    void offlineForm_asksForTheQuestionAndAnAddress() {
        rule(false, 5, WhenNobody.LEAVE_A_MESSAGE, OfficeHours.ALWAYS);
        UUID visitor = waiting();
        hasWaitedLong(visitor);

        await(line.seeTo(shop.id()));

        assertThat(lastLine(visitor)).contains("Leave your question and your e-mail address here");
    }

    @Test
    void closedShop_followsThePlanAlthoughSomebodyIsOnline() {
        online();
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        OfficeHours notNow = new OfficeHours("UTC", List.of(
                new OfficeHours.Shift(today.plusDays(3).getDayOfWeek(), LocalTime.of(9, 0), LocalTime.of(10, 0))),
                List.of());
        assertThat(notNow.shifts().getFirst().day()).isNotEqualTo(DayOfWeek.from(today));
        UUID visitor = waiting();
        rule(true, 5, WhenNobody.MAIL, notNow);
        hasWaitedLong(visitor);

        await(line.seeTo(shop.id()));

        assertThat(now(visitor).state()).isEqualTo(new WithBot());
    }

    @Test
    void planToWait_letsTheVisitorWait() {
        rule(false, 5, WhenNobody.WAIT, OfficeHours.ALWAYS);
        UUID visitor = waiting();
        hasWaitedLong(visitor);

        await(line.seeTo(shop.id()));

        assertThat(now(visitor).state()).isEqualTo(new Waiting());
    }

    @Test
    void placeInLine_countsThoseBeforeAndTheirPace() {
        waiting();
        Conversation second = now(waiting());
        for (int seconds : new int[]{30, 60, 90}) {
            shops.sql(
                    "INSERT INTO handoff_wait (id, tenant_id, waited_ms, claimed_at) VALUES (gen_random_uuid(), ?, 1, now() - make_interval(secs => ?))",
                    shop.id().value(), seconds);
        }

        Place place = await(handoffs.place(second));

        assertThat(place.position()).isEqualTo(2);
        assertThat(place.etaSeconds()).isBetween(60L, 120L);
    }
}
