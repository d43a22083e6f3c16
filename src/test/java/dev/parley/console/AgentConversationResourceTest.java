package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.handoff.Handoffs;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claiming, replying and editing conversations over REST. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AgentConversationResourceTest {
    @Inject
    Shops shops;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Handoffs handoffs;
    private Shop shop;
    private ConsoleUser ada;
    private ConsoleUser ben;
    private UUID conversation;
    private String path;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        ben = shops.agent(shop, "agent");
        conversation = shops.conversation(shop).id();
        path = "/v1/console/conversations/" + conversation;
        visitorSays("Where is my parcel?");
        await(handoffs.request(shop.id(), conversation));
    }

    private void visitorSays(String text) {
        await(visitorMessages.record(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    @Test
    void secondClaim_isRefusedWithTheOwnersName() {
        Response claimed = ada.asks().post(path + "/claim");
        Response late = ben.asks().post(path + "/claim");

        assertThat(claimed.statusCode()).as(claimed.asString()).isEqualTo(200);
        assertThat(claimed.<String>path("state")).isEqualTo("with_agent");
        assertThat(claimed.<String>path("agent")).isEqualTo(ada.id().toString());
        assertThat(assertProblem(late, 409, "already_claimed"))
                .startsWith("Agent " + ada.id().toString().substring(0, 4));
        assertThat(shops.column(
                "SELECT text FROM message WHERE conversation_id = ? AND author = 'system' ORDER BY seq DESC LIMIT 1",
                conversation).getFirst()).endsWith("is here for you now.");
    }

    @Test
    void agentsMessage_isStoredOnceUnderTheOwnersName() {
        ada.asks().post(path + "/claim");
        Map<String, String> message = Map.of("id", UUID.randomUUID().toString(), "text", "On its way.");

        Response first = ada.asks().body(message).post(path + "/messages");
        Response again = ada.asks().body(message).post(path + "/messages");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.<String>path("author")).isEqualTo("agent");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(
                shops.column("SELECT text FROM message WHERE conversation_id = ? AND author = 'agent'", conversation))
                .containsExactly("On its way.");
    }

    @Test
    void agentWhoIsNotTheOwner_cannotWriteToTheVisitor() {
        ada.asks().post(path + "/claim");
        Map<String, String> message = Map.of("id", UUID.randomUUID().toString(), "text", "Me too.");

        assertProblem(ben.asks().body(message).post(path + "/messages"), 409, "not_owner");
        assertProblem(ben.asks().post(path + "/return"), 409, "not_owner");
    }

    @Test
    void conversation_isTransferredHandedBackClosedAndReopened() {
        ada.asks().post(path + "/claim");

        assertThat(ada.asks().body(Map.of("agent", ben.id().toString())).post(path + "/assign").<String>path("agent"))
                .isEqualTo(ben.id().toString());
        assertThat(ben.asks().post(path + "/requeue").<String>path("state")).isEqualTo("waiting");
        assertThat(ada.asks().post(path + "/return").<String>path("state")).isEqualTo("with_bot");
        assertThat(ada.asks().post(path + "/close").<String>path("state")).isEqualTo("closed");
        assertProblem(ada.asks().post(path + "/claim"), 409, "closed");
        assertThat(ada.asks().post(path + "/reopen").<String>path("agent")).isEqualTo(ada.id().toString());
    }

    @Test
    void notes_areShownToAgentsOnly() {
        String secret = "The customer is our competitor.";
        Response written = ada.asks().body(Map.of("id", UUID.randomUUID().toString(), "text", secret, "mentions",
                List.of(ben.id().toString(), UUID.randomUUID().toString()))).post(path + "/notes");

        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
        assertThat(written.<List<String>>path("mentions")).containsExactly(ben.id().toString());
        assertThat(ben.asks().get(path + "/notes").<List<String>>path("items.text")).containsExactly(secret);
        Response forShops = given().header("Authorization", "Bearer " + shop.apiKey())
                .get("/v1/conversations/" + conversation + "/messages");
        assertThat(forShops.asString()).contains("Where is my parcel?").doesNotContain("competitor");
        assertThat(await(conversations.thread(shop.id(), conversation, 50)).lines())
                .noneMatch(line -> line.text().contains("competitor"));
    }

    @Test
    void handoffReason_isInTheInboxAndTheThread() {
        UUID other = shops.conversation(shop).id();
        await(visitorMessages.record(shop.id(), other, new VisitorMessage(UUID.randomUUID(), "Hi", null)));
        Response asked = given().header("Authorization", "Bearer " + shop.apiKey()).contentType("application/json")
                .body(Map.of("reason", " wants a refund ")).post("/v1/conversations/" + other + "/handoff");

        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
        assertThat(ada.asks().get("/v1/console/inbox?view=waiting&limit=1").<List<String>>path("items.reason"))
                .containsExactly("wants a refund");
        ada.asks().post("/v1/console/conversations/" + other + "/claim");
        ada.asks().post("/v1/console/conversations/" + other + "/requeue");
        assertThat(ada.asks().get("/v1/console/conversations/" + other).<String>path("conversation.reason"))
                .isEqualTo("wants a refund");
        Response tooLong = given().header("Authorization", "Bearer " + shop.apiKey()).contentType("application/json")
                .body(Map.of("reason", "x".repeat(501))).post("/v1/conversations/" + other + "/handoff");
        assertProblem(tooLong, 400, "reason_too_long");
    }

    @Test
    void labelsPriorityAndSnooze_areStoredAndListed() {
        ada.asks().body(Map.of("labels", List.of("refund", "vip"))).put(path + "/labels");
        ada.asks().body(Map.of("priority", "urgent")).put(path + "/priority");

        assertThat(ids("waiting&label=vip&priority=urgent")).containsExactly(conversation.toString());
        assertThat(ids("waiting&label=other")).isEmpty();
        Response snoozed = ada.asks().body(Map.of("until", java.time.Instant.now().plusSeconds(3600).toString()))
                .put(path + "/snooze");
        assertThat(snoozed.statusCode()).as(snoozed.asString()).isEqualTo(200);
        assertThat(ids("waiting")).isEmpty();
        assertThat(ids("snoozed")).containsExactly(conversation.toString());
        visitorSays("Hello?");
        assertThat(ids("waiting")).containsExactly(conversation.toString());
        assertProblem(ada.asks().body(Map.of("priority", "whatever")).put(path + "/priority"), 400, "bad_priority");
    }

    @Test
    void reopenedConversation_isNoLongerSnoozed() {
        visitorSays("Are you there?");
        ada.asks().post(path + "/claim").then().statusCode(200);
        ada.asks().body(Map.of("until", java.time.Instant.now().plusSeconds(3600).toString())).put(path + "/snooze")
                .then().statusCode(200);

        ada.asks().post(path + "/close").then().statusCode(200);
        ada.asks().post(path + "/reopen").then().statusCode(200);

        assertThat(ids("snoozed")).isEmpty();
        assertThat(ids("all")).containsExactly(conversation.toString());
    }

    private List<String> ids(String view) {
        return ada.asks().get("/v1/console/inbox?view=" + view).path("items.id");
    }

    @Test
    void inbox_showsAnAgentsOwnConversationsAndUnreadMessages() {
        visitorSays("Are you there?");
        ada.asks().post(path + "/claim");

        Response mine = ada.asks().get("/v1/console/inbox?view=mine");
        assertThat(mine.<List<String>>path("items.id")).containsExactly(conversation.toString());
        assertThat(mine.<Integer>path("items[0].unread")).isEqualTo(2);
        assertThat(mine.<String>path("items[0].last.author")).isEqualTo("system");
        assertThat(ben.asks().get("/v1/console/inbox?view=mine").<List<String>>path("items.id")).isEmpty();
        assertThat(ada.asks().body(Map.of("seq", 99)).put(path + "/read").statusCode()).isEqualTo(204);
        assertThat(ada.asks().get("/v1/console/inbox?view=all").<Integer>path("items[0].unread")).isZero();
        assertThat(ben.asks().get("/v1/console/inbox?view=all").<Integer>path("items[0].unread")).isEqualTo(2);
        assertThat(ada.asks().get("/v1/console/inbox/counts").<Integer>path("mine")).isEqualTo(1);
        assertThat(ada.asks().get("/v1/console/inbox/counts").<Integer>path("waiting")).isZero();
    }

    @Test
    void inboxPages_haveNoGapsOrDuplicates() {
        List<String> all = new java.util.ArrayList<>(List.of(conversation.toString()));
        for (int i = 0; i < 6; i++) {
            UUID another = shops.conversation(shop).id();
            await(visitorMessages.record(shop.id(), another, new VisitorMessage(UUID.randomUUID(), "Hi " + i, null)));
            all.addFirst(another.toString());
        }

        List<String> paged = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Response page = ada.asks().get("/v1/console/inbox?limit=3" + cursor);
            paged.addAll(page.path("items.id"));
            cursor = page.path("next_cursor") == null ? "" : "&cursor=" + page.path("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(paged).containsExactlyElementsOf(all);
        assertProblem(ada.asks().get("/v1/console/inbox?cursor=nonsense"), 400, "bad_cursor");
    }

    @Test
    void thread_isPagedBackwardsWithItsContext() {
        for (int i = 0; i < 5; i++) {
            visitorSays("line " + i);
        }

        Response newest = ada.asks().get(path + "/messages?limit=2");
        Response before = ada.asks().get(path + "/messages?limit=2&before=" + newest.path("next_cursor"));
        Response context = ada.asks().get(path);

        assertThat(newest.<List<String>>path("items.text")).containsExactly("line 3", "line 4");
        assertThat(before.<List<String>>path("items.text")).containsExactly("line 1", "line 2");
        assertThat(context.<String>path("conversation.id")).isEqualTo(conversation.toString());
        assertThat(context.<Map<String, Object>>path("attributes")).isEmpty();
        assertThat(context.<List<String>>path("earlier")).isEmpty();
        assertProblem(ada.asks().get(path + "/messages/1/evidence"), 404, "not_found");
    }

    @Test
    void nameInTheShopsAttributes_isInTheInbox() {
        shops.sql("UPDATE conversation SET attributes = ? WHERE id = ?", "{\"plan\":\"gold\",\"name\":\" Mara 🦊 \"}",
                conversation);

        Response named = ada.asks().get("/v1/console/inbox");
        shops.sql("UPDATE conversation SET attributes = ? WHERE id = ?", "{\"name\":{\"first\":\"Mara\"}}",
                conversation);
        Response nameless = ada.asks().get("/v1/console/inbox");

        assertThat(named.<List<String>>path("items.name")).containsExactly("Mara 🦊");
        assertThat(nameless.<List<String>>path("items.name")).containsOnlyNulls();
    }

    @Test
    void evidenceOfAnAnswer_isReturned() {
        UUID other = shops.conversation(shop).id();
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, finish, at) VALUES (?, 1, ?, 'bot', 'x', 'stop', '2026-01-01Z')",
                other, shop.id().value());
        shops.sql(
                "INSERT INTO answer (id, tenant_id, conversation_id, epoch, question_seq, first_question_seq, finish, evidence, started_at, finished_at) "
                        + "VALUES (gen_random_uuid(), ?, ?, 1, 0, 0, 'stop', '{\"model\":\"m\"}', now(), '2026-01-01Z')",
                shop.id().value(), other);

        Response evidence = ada.asks().get("/v1/console/conversations/" + other + "/messages/1/evidence");

        assertThat(evidence.<String>path("evidence.model")).isEqualTo("m");
    }
}
