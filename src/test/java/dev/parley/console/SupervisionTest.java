package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whispering, approving drafts, trial conversations and the copilot: an agent and a model in one conversation. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class SupervisionTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Turns turns;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private ConsoleUser agent;
    private ConsoleUser supervisor;
    private UUID conversation;
    private String path;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        agent = shops.agent(shop, "agent");
        supervisor = shops.agent(shop, "supervisor");
        conversation = shops.conversation(shop).id();
        path = "/v1/console/conversations/" + conversation;
    }

    private void ask() {
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));
    }

    private List<String> botsMessages() {
        return shops.column("SELECT text FROM message WHERE conversation_id = ? AND author = 'bot' ORDER BY seq",
                conversation);
    }

    private String heldAnswer() {
        return Awaitility.await().until(() -> supervisor.asks().get(path + "/supervision").path("waiting[0].answer"),
                java.util.Objects::nonNull);
    }

    @Test
    void whisper_isHeededOnceAndInTheShopsName() {
        model.always(Reply.answer("Thirty days."));
        Response whispered = supervisor.asks().body(Map.of("text", "Offer a voucher.")).put(path + "/whisper");

        ask();
        Awaitility.await().until(() -> botsMessages().size() == 1);

        assertThat(whispered.<String>path("whisper")).isEqualTo("Offer a voucher.");
        String system = agent.asks().get(path + "/messages/2/evidence").path("evidence.prompt[0].text");
        assertThat(system).contains(
                "\nThe shop's wishes, as far as the rules above allow them:\nFor the next answer: Offer a voucher.\n\n");
        assertThat(supervisor.asks().get(path + "/supervision").<String>path("whisper")).isNull();
    }

    @Test
    void heldAnswer_isNotHeardOfUntilItIsReleasedInOtherWords() {
        model.always(Reply.answer("Thirty", " days."));
        supervisor.asks().body(Map.of("on", true)).put(path + "/hold");

        ask();
        String answer = heldAnswer();

        assertThat(botsMessages()).isEmpty();
        Response released = supervisor.asks().body(Map.of("text", "Thirty days, for you sixty."))
                .post(path + "/held/" + answer + "/release");
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
        assertThat(released.<Integer>path("seq")).isEqualTo(2);
        assertThat(botsMessages()).containsExactly("Thirty days, for you sixty.");
        assertThat(agent.asks().get(path + "/messages/2/evidence").<String>path("evidence.entries[0].verdict"))
                .isEqualTo("answer");
        assertProblem(supervisor.asks().body(Map.of()).post(path + "/held/" + answer + "/release"), 409, "not_held");
    }

    @Test
    void heldAnswerOfAConversationThatIsClaimed_neverGoesOut() {
        model.always(Reply.answer("Thirty days."));
        supervisor.asks().body(Map.of("on", true)).put(path + "/hold");
        ask();
        String answer = heldAnswer();

        agent.asks().post(path + "/claim");

        assertProblem(supervisor.asks().body(Map.of()).post(path + "/held/" + answer + "/release"), 409, "not_held");
        assertThat(supervisor.asks().get(path + "/supervision").<List<Object>>path("waiting")).isEmpty();
        assertThat(botsMessages()).isEmpty();
    }

    @Test
    void heldAnswerThatNobodyReleases_goesOutByItself() {
        model.always(Reply.answer("Thirty days."));
        supervisor.asks().body(Map.of("on", true)).put(path + "/hold");
        ask();
        heldAnswer();

        shops.sql("UPDATE answer SET finished_at = now() - INTERVAL '1 hour' WHERE conversation_id = ?", conversation);

        Awaitility.await().until(() -> botsMessages().equals(List.of("Thirty days.")));
    }

    @Test
    void replay_saysWhatWouldBeSaidTodayAndStoresNothing() {
        model.always(Reply.answer("Thirty days."));
        ask();
        Awaitility.await().until(() -> botsMessages().size() == 1);
        model.reset();
        model.always(Reply.answer("Within 30 days [1]."));

        Response again = agent.asks().post(path + "/messages/2/replay");

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.<String>path("text")).isEqualTo("Within 30 days [1].");
        assertThat(again.<String>path("finish")).isEqualTo("stop");
        assertThat(again.<String>path("sources[0].question")).isEqualTo(QUESTION);
        assertThat(again.<List<Object>>path("evidence.prompt")).hasSize(2);
        assertThat(botsMessages()).containsExactly("Thirty days.");
        assertProblem(agent.asks().post(path + "/messages/1/replay"), 404, "not_found");
    }

    @Test
    void replayWithoutAModelThatAnswers_isTheFaqsWords() {
        model.always(Reply.answer("Thirty days."));
        ask();
        Awaitility.await().until(() -> botsMessages().size() == 1);
        model.reset();
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));

        Response again = agent.asks().post(path + "/messages/2/replay");

        assertThat(again.<String>path("text")).isEqualTo("You have 30 days.");
        assertThat(again.<String>path("finish")).isEqualTo("faq");
        assertThat(again.<String>path("evidence.model_error")).isEqualTo("credentials");
    }

    @Test
    void copilotsDraft_standsOnTheFaqAndIsSentToNobody() {
        ask();
        agent.asks().post(path + "/claim");
        model.reset();
        model.always(Reply.answer("You have ", "30 days."));

        Response draft = agent.asks().body(Map.of("task", "draft")).post(path + "/copilot");

        assertThat(draft.statusCode()).as(draft.asString()).isEqualTo(200);
        assertThat(draft.<String>path("text")).isEqualTo("You have 30 days.");
        assertThat(draft.<List<String>>path("sources.question")).containsExactly(QUESTION);
        assertThat(shops.column("SELECT text FROM message WHERE conversation_id = ? AND author = 'agent'",
                conversation)).isEmpty();
        Awaitility.await().until(() -> shops.column(
                "SELECT id FROM spend_call WHERE conversation_id = ? AND outcome = 'stop'", conversation).size() >= 1);
    }

    @Test
    void copilotsOtherTasks_areDoneToTheTextOrTheConversation() {
        model.always(Reply.answer("Fertig."));

        for (Map<String, String> request : List.of(Map.of("task", "summary"),
                Map.of("task", "tone", "tone", "formal", "text", "hey"),
                Map.of("task", "translate", "language", "de", "text", "Done."))) {
            Response done = agent.asks().body(request).post(path + "/copilot");
            assertThat(done.<String>path("text")).as(done.asString()).isEqualTo("Fertig.");
        }
    }

    @Test
    void copilotThatCannotHelp_saysWhy() {
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));

        assertProblem(agent.asks().body(Map.of("task", "summary")).post(path + "/copilot"), 503, "model_failed");
        assertProblem(agent.asks().body(Map.of("task", "dance")).post(path + "/copilot"), 400, "bad_task");
        assertProblem(agent.asks().body(Map.of("task", "tone", "text", "x", "tone", "evil")).post(path + "/copilot"),
                400, "bad_tone");
        assertProblem(agent.asks().body(Map.of("task", "translate", "text", "x", "language", "German please"))
                .post(path + "/copilot"), 400, "bad_language");
        assertProblem(agent.asks().body(Map.of("task", "tone", "tone", "formal")).post(path + "/copilot"), 400,
                "field_missing");
    }

    @Test
    void shopsOwnSystems_neverSeeAHeldAnswer() {
        model.always(Reply.answer("Thirty days."));
        supervisor.asks().body(Map.of("on", true)).put(path + "/hold");
        ask();
        heldAnswer();

        Response seen = given().header("Authorization", "Bearer " + shop.apiKey())
                .get("/v1/conversations/" + conversation + "/messages");

        assertThat(seen.asString()).contains(QUESTION).doesNotContain("Thirty days.");
    }
}
