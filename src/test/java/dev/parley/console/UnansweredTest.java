package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnansweredTest {
    private static final String PATH = "/v1/faq/unanswered";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser agent;
    private ConsoleUser supervisor;
    private UUID conversation = new UUID(0, 0);
    private int asked;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        agent = shops.agent(shop, "agent");
        supervisor = shops.agent(shop, "supervisor");
        conversation = shops.conversation(shop).id();
        asked = 0;
    }

    /** Each a minute after the one before; several texts are consecutive messages with one answer. */
    private void ask(String... texts) {
        int first = asked + 1;
        for (String text : texts) {
            asked++;
            shops.sql(
                    "INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) VALUES (?, ?, ?, 'visitor', ?, now())",
                    conversation, asked, shop.id().value(), text);
        }
        shops.sql(
                "INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, finish, evidence, started_at, finished_at) "
                        + "VALUES (gen_random_uuid(), ?, ?, 1, ?, ?, 'no_answer', ?, now(), TIMESTAMPTZ '2026-01-01Z' + ? * INTERVAL '1 minute')",
                shop.id().value(), conversation, first, asked,
                "{\"entries\":[{\"id\":\"018f3b5e-7c1a-7000-8000-000000000001\",\"question\":\"Ships?\",\"score\":0.5,\"verdict\":\"weak\"}]}",
                asked);
    }

    @Test
    void question_thatManyAsked_comesFirstAndOnce() {
        ask("Do you sell hats?");
        ask("Can I pay in gold?");
        ask("can i pay  in GOLD");
        ask("Hello,", "where are you?");

        Response found = agent.asks().get(PATH);

        assertThat(found.<List<String>>path("items.question")).containsExactly("can i pay  in GOLD",
                "Hello,\nwhere are you?", "Do you sell hats?");
        assertThat(found.<List<Integer>>path("items.count")).containsExactly(2, 1, 1);
        assertThat(found.<Integer>path("items[0].seq")).isEqualTo(3);
        assertThat(found.<String>path("items[0].conversation")).isEqualTo(conversation.toString());
        assertThat(found.<String>path("items[0].last_asked_at")).isEqualTo("2026-01-01T00:03:00Z");
        assertThat(found.<String>path("items[0].closest.question")).isEqualTo("Ships?");
        assertThat(agent.asks().get(PATH + "?limit=1").<List<Object>>path("items")).hasSize(1);
    }

    @Test
    void dismissedQuestion_isGoneUntilItIsAskedAgain() {
        ask("Can I pay in gold?");
        ask("Can I pay in gold?!");
        ask("Do you sell hats?");
        String id = agent.asks().get(PATH).path("items[0].id");

        int dismissed = supervisor.asks().delete(PATH + "/" + id).statusCode();

        assertThat(dismissed).isEqualTo(204);
        assertThat(agent.asks().get(PATH).<List<String>>path("items.question")).containsExactly("Do you sell hats?");
        assertProblem(supervisor.asks().delete(PATH + "/" + id), 404, "not_found");
        ask("Can I pay in gold?");
        assertThat(agent.asks().get(PATH).<List<Integer>>path("items.count")).containsExactly(1, 1);
    }

    @Test
    void question_goesWithItsConversation() {
        ask("Can I pay in gold?");
        shops.sql("DELETE FROM conversation WHERE id = ?", conversation);

        assertThat(agent.asks().get(PATH).<List<Object>>path("items")).isEmpty();
    }

    @Test
    void punctuationAlone_isAQuestionOfItsOwn() {
        ask("???");
        ask("!!!");

        assertThat(agent.asks().get(PATH).<List<Object>>path("items")).hasSize(2);
    }
}
