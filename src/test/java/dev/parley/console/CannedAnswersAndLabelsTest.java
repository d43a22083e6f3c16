package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

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

/** Canned answers, labels and drafts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CannedAnswersAndLabelsTest {
    private static final String CANNED = "/v1/console/canned-answers";
    private static final String LABELS = "/v1/console/labels";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser agent;
    private ConsoleUser supervisor;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        agent = shops.agent(shop, "agent");
        supervisor = shops.agent(shop, "supervisor");
    }

    @Test
    void cannedAnswer_isSharedByAllAgents() {
        Response added = supervisor.asks().body(Map.of("shortcut", "hello", "text", "Hello {visitor}!")).post(CANNED);
        String id = added.path("id");
        supervisor.asks().body(Map.of("shortcut", "hi", "text", "Hi!")).put(CANNED + "/" + id);

        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(agent.asks().get(CANNED).<List<String>>path("items.shortcut")).containsExactly("hi");
        assertThat(agent.asks().get(CANNED).<String>path("items[0].text")).isEqualTo("Hi!");
        assertThat(supervisor.asks().delete(CANNED + "/" + id).statusCode()).isEqualTo(204);
        assertThat(agent.asks().get(CANNED).<List<String>>path("items")).isEmpty();
        assertProblem(supervisor.asks().delete(CANNED + "/" + id), 404, "not_found");
    }

    @Test
    void shortcut_isUniqueInAShopAndConsistsOfLetters() {
        supervisor.asks().body(Map.of("shortcut", "bye", "text", "Bye!")).post(CANNED);

        assertProblem(supervisor.asks().body(Map.of("shortcut", "bye", "text", "x")).post(CANNED), 409,
                "shortcut_taken");
        assertProblem(supervisor.asks().body(Map.of("shortcut", "a b", "text", "x")).post(CANNED), 400,
                "bad_shortcut");
        ConsoleUser elsewhere = shops.agent(shops.open(), "supervisor");
        assertThat(elsewhere.asks().body(Map.of("shortcut", "bye", "text", "x")).post(CANNED).statusCode())
                .isEqualTo(201);
    }

    @Test
    void labels_areListedWithTheirColors() {
        supervisor.asks().body(Map.of("color", "#aa0000")).put(LABELS + "/refund");
        Response painted = supervisor.asks().body(Map.of("color", "#00aa00")).put(LABELS + "/refund");

        assertThat(painted.statusCode()).as(painted.asString()).isEqualTo(200);
        assertThat(agent.asks().get(LABELS).<List<Map<String, String>>>path("items"))
                .containsExactly(Map.of("name", "refund", "color", "#00aa00", "etag", painted.path("etag")));
        assertThat(supervisor.asks().delete(LABELS + "/refund").statusCode()).isEqualTo(204);
        assertProblem(supervisor.asks().delete(LABELS + "/refund"), 404, "not_found");
        assertProblem(supervisor.asks().body(Map.of("color", "red")).put(LABELS + "/x"), 400, "bad_color");
    }

    @Test
    void draft_isStoredForItsAuthorOnlyUntilEmpty() {
        String path = "/v1/console/conversations/" + shops.conversation(shop).id() + "/draft";

        Response kept = agent.asks().body(Map.of("text", "Dear")).put(path);

        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(200);
        assertThat(agent.asks().get(path).<String>path("text")).isEqualTo("Dear");
        assertThat(supervisor.asks().get(path).<String>path("text")).isEmpty();
        agent.asks().body(Map.of("text", "")).put(path);
        assertThat(shops.column("SELECT text FROM draft WHERE agent_id = ?", agent.id())).isEmpty();
        assertProblem(shops.agent(shops.open(), "agent").asks().get(path), 404, "not_found");
    }
}
