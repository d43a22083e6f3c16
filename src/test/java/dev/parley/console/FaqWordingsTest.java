package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggested wordings for an entry, and how much they would improve search. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class FaqWordingsTest {
    private static final String FAQ = "/v1/faq";

    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private ConsoleUser supervisor;
    private UUID conversation = new UUID(0, 0);
    private int asked;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        supervisor = shops.agent(shop, "supervisor");
        conversation = shops.conversation(shop).id();
        asked = 0;
    }

    private String add(String question, String... wordings) {
        return supervisor.asks()
                .body(Map.of("question", question, "answer", "See our page about it.", "locale", "en", "status",
                        "published", "variants", List.of(wordings)))
                .post(FAQ + "/entries").path("id");
    }

    private void askedInVain(String nearest, String text) {
        asked++;
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) VALUES (?, ?, ?, 'visitor', ?, now())",
                conversation, asked, shop.id().value(), text);
        shops.sql(
                "INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, finish, evidence, started_at, finished_at) "
                        + "VALUES (gen_random_uuid(), ?, ?, 1, ?, ?, 'no_answer', ?, now(), now())",
                shop.id().value(), conversation, asked,
                asked, "{\"entries\":[{\"id\":\"" + nearest
                        + "\",\"question\":\"x\",\"score\":0.5,\"verdict\":\"weak\"}]}");
    }

    private Response propose(String entry) {
        return supervisor.asks().post(FAQ + "/entries/" + entry + "/wordings");
    }

    private void says(String... wordings) {
        model.always(Reply.answer("{\"wordings\":[\"" + String.join("\",\"", wordings) + "\"]}"));
    }

    private List<String> calls() {
        return shops.column("SELECT id FROM spend_call WHERE tenant_id = ? AND kind = 'wordings'",
                shop.id().value());
    }

    @Test
    void modelsWordings_areProposedWithWhatTheyGain_andPaid() {
        String entry = add("How do I send something back?");
        add("Which payment methods do you take?", "can i pay by card");
        says("rma please", "can I pay by card", "how do I send something back");

        Response found = propose(entry);

        assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        assertThat(found.<List<String>>path("items.text")).containsExactly("rma please", "can I pay by card");
        assertThat(found.<List<String>>path("items.source")).containsOnly("model");
        assertThat(found.<List<String>>path("items.now")).containsExactly("not_found", "taken");
        assertThat(found.<List<String>>path("items.after").getFirst()).isEqualTo("found");
        assertThat(found.<String>path("items[1].taken_by.question")).isEqualTo("Which payment methods do you take?");
        assertThat(found.<Object>path("trouble")).isNull();
        Awaitility.await().untilAsserted(() -> assertThat(calls()).hasSize(1));
    }

    @Test
    void call_isShort_withTheEntryAsDataAndAFormat() {
        says("rma please");

        propose(add("How do I send something back?"));

        JsonNode body = model.requests().getFirst().body();
        assertThat(model.requests()).hasSize(1);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
        assertThat(body.at("/response_format/json_schema/name").asText()).isEqualTo("wordings");
        assertThat(body.at("/messages/1/content").asText())
                .contains("<<<entry>>>\nQuestion: How do I send something back?");
        assertThat(body.has("safety_identifier")).isFalse();
    }

    @Test
    void whatVisitorsAskedInVain_isProposed_andWordingsAreHeldAgainstIt() {
        String entry = add("How do I send something back?");
        askedInVain(entry, "the boots pinch can they go back");
        askedInVain(entry, "boots pinch, can I give them back?");
        askedInVain(entry, "what about order 1042-77 then");
        says("boots pinch can I give them back again");

        Response found = propose(entry);

        assertThat(found.<List<String>>path("items.text")).contains("the boots pinch can they go back",
                "boots pinch, can I give them back?").doesNotContain("what about order 1042-77 then");
        assertThat(found.<Integer>path("asked_in_vain")).isEqualTo(3);
        assertThat(found.<Integer>path("items.find { it.source == 'model' }.also_found")).as(found.asString())
                .isPositive();
        assertThat(found.<Integer>path("items.find { it.source == 'visitors' }.asked")).isEqualTo(1);
    }

    @Test
    void nothing_isSavedByItself() {
        String entry = add("How do I send something back?");
        says("rma please");

        propose(entry);

        assertThat(supervisor.asks().get(FAQ + "/entries/" + entry).<List<String>>path("variants")).isEmpty();
        assertThat(supervisor.asks().queryParam("q", "rma please").get(FAQ + "/search")
                .<List<String>>path("items.verdict"))
                .doesNotContain("answer");
    }

    @Test
    void visitorWhoIsErased_takesTheirWordsAlong() {
        String entry = add("How do I send something back?");
        askedInVain(entry, "the boots pinch can they go back");
        says("rma please");

        shops.sql("DELETE FROM conversation WHERE id = ?", conversation);

        assertThat(propose(entry).<List<String>>path("items.text")).containsExactly("rma please");
        assertThat(supervisor.asks().get(FAQ + "/wordings").<List<Integer>>path("items.asked_in_vain"))
                .containsExactly(0);
    }

    @Test
    void modelThatFails_leavesWhatVisitorsAsked() {
        String entry = add("How do I send something back?");
        askedInVain(entry, "the boots pinch can they go back");
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));

        Response found = propose(entry);

        assertThat(found.<String>path("trouble")).isEqualTo("model_failed");
        assertThat(found.<List<String>>path("items.text")).containsExactly("the boots pinch can they go back");
        assertThat(found.<List<String>>path("items.source")).containsExactly("visitors");
    }

    @Test
    void usedUpBudget_asksNoModel() {
        String entry = add("How do I send something back?");
        supervisor = shops.agent(shop, "administrator");
        supervisor.asks().body(Map.of("day", "0")).put("/v1/console/budget").then().statusCode(200);

        Response found = propose(entry);

        assertThat(found.<String>path("trouble")).contains("budget");
        assertThat(found.<List<Object>>path("items")).isEmpty();
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void entryInNeed_isListedByWhatWasAskedInVain() {
        String asked = add("How do I send something back?", "a", "b", "c", "d", "e");
        String thin = add("Do you gift-wrap?");
        add("Do you have a shop in town?", "a1", "b1", "c1", "d1", "e1");
        askedInVain(asked, "the boots pinch can they go back");

        Response found = supervisor.asks().get(FAQ + "/wordings");

        assertThat(found.<List<String>>path("items.id")).containsExactly(asked, thin);
        assertThat(found.<List<Integer>>path("items.asked_in_vain")).containsExactly(1, 0);
        assertThat(found.<List<Integer>>path("items.wordings")).containsExactly(5, 0);
    }

    @Test
    void entryOfAnotherShop_isAbsent() {
        String entry = add("How do I send something back?");
        supervisor = shops.agent(shops.open(), "supervisor");

        assertProblem(propose(entry), 404, "not_found");
        assertProblem(shops.agent(shop, "agent").asks().post(FAQ + "/entries/" + entry + "/wordings"), 403,
                "role_missing");
    }
}
