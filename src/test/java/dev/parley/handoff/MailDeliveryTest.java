package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.platform.Mail;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.MailServer;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.PublicSite;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every mail that Parley sends, as a mail server receives it, and the behaviour when that server fails. */
@QuarkusTest
@TestProfile(PublicSite.class)
@QuarkusTestResource(PostgresResource.class)
class MailDeliveryTest {
    @Inject
    WaitingVisitorsJob line;
    @Inject
    HandoffSettingsStore rules;
    @Inject
    Handoffs handoffs;
    @Inject
    Conversations conversations;
    @Inject
    Turns turns;
    @Inject
    Mail mail;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    MailServer server;
    private Shop shop;

    @BeforeEach
    void openShop() {
        server.mend();
        shop = shops.open();
    }

    private String team() {
        return "team-" + shop.id().value() + "@shop.example";
    }

    private UUID hasWaitedForNobody() {
        await(rules.set(shop.id(),
                new HandoffSettings(false, 5, 60, WhenNobody.MAIL, team(), OfficeHours.ALWAYS)));
        UUID conversation = shops.conversation(shop).id();
        await(handoffs.request(shop.id(), conversation));
        shops.sql("UPDATE conversation SET waiting_since = now() - INTERVAL '2 minutes' WHERE id = ?", conversation);
        return conversation;
    }

    private void assertVisitorWasTold(UUID conversation) {
        assertThat(await(conversations.get(shop.id(), conversation)).state()).isEqualTo(new WithBot());
        assertThat(shops.column("SELECT text FROM message WHERE conversation_id = ? ORDER BY seq DESC LIMIT 1",
                conversation).getFirst()).contains("we will answer by mail");
    }

    private String onlyMailTo(String address) {
        Awaitility.await().until(() -> !server.to(address).isEmpty());
        assertThat(server.to(address)).hasSize(1);
        // Decodes quoted-printable, so that a long link is one word again.
        return server.to(address).getFirst().replace("=\n", "").replace("=3D", "=");
    }

    @Test
    void nobodyThere_theTeamGetsOneMailWithTheWayThereAndNothingThatWasSaid() {
        UUID conversation = hasWaitedForNobody();

        await(line.seeTo(shop.id()));
        await(line.seeTo(shop.id()));

        assertThat(onlyMailTo(team()))
                .contains("https://chat.shop.example/console#/conversations/" + conversation)
                .contains("From: parley@shop.example");
        assertVisitorWasTold(conversation);
    }

    @Test
    void visitorAskedToLeaveAMessage_theMailGoesWhenItIsThere() {
        await(rules.set(shop.id(), new HandoffSettings(false, 5, 60, WhenNobody.MAIL, team(),
                new OfficeHours("UTC", List.of(new OfficeHours.Shift(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)
                        .plusDays(3).getDayOfWeek(), LocalTime.of(9, 0), LocalTime.of(10, 0))), List.of()))));
        UUID conversation = shops.conversation(shop).id();
        await(handoffs.request(shop.id(), conversation));
        assertVisitorWasTold(conversation);
        // Mails are sent in order, so one for this conversation would have arrived before.
        String other = "other-" + team();
        mail.send(other, "x", "x");
        Awaitility.await().until(() -> !server.to(other).isEmpty());
        assertThat(server.to(team())).isEmpty();

        await(turns.say(shop.id(), conversation,
                new VisitorMessage(UUID.randomUUID(), "The zip broke, write to bob@shop.example", null)));

        assertThat(onlyMailTo(team())).contains("left a message", "It waits in line for you",
                "https://chat.shop.example/console#/conversations/" + conversation).doesNotContain("zip");
        assertThat(await(conversations.get(shop.id(), conversation)).state()).isEqualTo(new Waiting());
    }

    @Test
    void mailServerThatSaysNothing_isLeftAndTriedAgain() {
        server.fallSilent();
        int before = server.refused();
        UUID conversation = hasWaitedForNobody();

        await(line.seeTo(shop.id()));

        Awaitility.await().until(() -> server.refused() > before);
        server.mend();
        assertThat(onlyMailTo(team())).contains(conversation.toString());
    }

    @Test
    void mailServerOutOfOrder_theVisitorIsToldAllTheSameAndTheMailComesLater() {
        server.breakDown();
        int before = server.refused();
        UUID conversation = hasWaitedForNobody();

        await(line.seeTo(shop.id()));

        assertVisitorWasTold(conversation);
        Awaitility.await().until(() -> server.refused() > before);
        server.mend();
        assertThat(onlyMailTo(team())).contains(conversation.toString());
    }

    @Test
    void invitedAgent_getsTheLinkByMailAndTheAdministratorDoesNotSeeIt() {
        String email = "new-" + UUID.randomUUID() + "@shop.example";

        Response invited = shops.agent(shop, "administrator").asks().body(Map.of("email", email, "name", "Nora"))
                .post("/v1/console/agents");

        assertThat(invited.statusCode()).isEqualTo(201);
        assertThat(invited.<Object>path("link")).isNull();
        assertThat(choose(token(onlyMailTo(email)))).isEqualTo(204);
        assertThat(ConsoleUser.signIn(email, "a fresh pass phrase").statusCode()).isEqualTo(201);
    }

    @Test
    void forgottenPassword_isChosenAnewByTheLinkInTheMail() {
        shops.sql("DELETE FROM sign_in_attempt");
        ConsoleUser agent = shops.agent(shop, "agent");

        Response asked = ConsoleUser.page().body(Map.of("email", agent.email())).post("/v1/console/password-reset");

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(choose(token(onlyMailTo(agent.email())))).isEqualTo(204);
    }

    private static String token(String mail) {
        String link = mail.substring(mail.indexOf("https://chat.shop.example/console#password="));
        return link.substring(link.indexOf('=') + 1).split("\\s", 2)[0];
    }

    private static int choose(String token) {
        return ConsoleUser.page().body(Map.of("token", token, "password", "a fresh pass phrase"))
                .post("/v1/console/password-reset/confirm").statusCode();
    }
}
