package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

/** Agents' personal settings: views of the inbox, and preferences. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SavedViewTest {
    private static final String VIEWS = "/v1/console/views";
    private static final String PREFERENCES = "/v1/console/preferences";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser ada;
    private ConsoleUser ben;
    private ConsoleUser supervisor;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        ben = shops.agent(shop, "agent");
        supervisor = shops.agent(shop, "supervisor");
    }

    private static Response add(ConsoleUser who, String name, boolean shared) {
        return who.asks().body(Map.of("name", name, "shared", shared, "view", "waiting", "label", "refund", "priority",
                "high")).post(VIEWS);
    }

    private static List<String> names(ConsoleUser who) {
        return who.asks().get(VIEWS).path("items.name");
    }

    @Test
    void ownView_isSeenByItsOwnerAlone() {
        Response added = add(ada, "Refunds", false);
        String path = VIEWS + "/" + added.path("id");

        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(names(ada)).containsExactly("Refunds");
        assertThat(names(ben)).isEmpty();
        assertProblem(ben.asks().body(Map.of("name", "x", "view", "all")).put(path), 404, "not_found");
        assertProblem(supervisor.asks().delete(path), 404, "not_found");
        Response changed = ada.asks().body(Map.of("name", "Ben's", "view", "all", "agent", ben.id().toString()))
                .put(path);
        assertThat(changed.<String>path("agent")).isEqualTo(ben.id().toString());
        assertThat(changed.<String>path("label")).isNull();
        assertThat(ada.asks().delete(path).statusCode()).isEqualTo(204);
        assertThat(names(ada)).isEmpty();
    }

    @Test
    void sharedView_isSeenByAllAndChangedBySupervisors() {
        String path = VIEWS + "/" + add(supervisor, "Refunds", true).path("id");

        assertThat(names(ben)).containsExactly("Refunds");
        assertProblem(add(ada, "Mine for all", true), 403, "role_missing");
        assertProblem(ada.asks().body(Map.of("name", "x", "view", "all")).put(path), 403, "role_missing");
        assertProblem(ada.asks().delete(path), 403, "role_missing");
        supervisor.asks().body(Map.of("name", "Refunds", "view", "all", "shared", false)).put(path);
        assertThat(names(ben)).isEmpty();
        assertThat(names(supervisor)).containsExactly("Refunds");
    }

    @Test
    void everybody_hasAnOrderOfTheirOwn() {
        String refunds = add(supervisor, "Refunds", true).path("id");
        String late = add(ada, "Late", false).path("id");
        String early = add(ada, "Early", false).path("id");

        Response ordered = ada.asks().body(Map.of("views", List.of(late, refunds))).put(VIEWS + "/order");

        assertThat(ordered.<List<String>>path("items.id")).containsExactly(late, refunds, early);
        assertThat(names(ada)).containsExactly("Late", "Refunds", "Early");
        assertThat(names(ben)).containsExactly("Refunds");
    }

    @Test
    void whatCannotBeAView_isRefusedByName() {
        refused("name", "", "field_missing");
        refused("name", "x".repeat(51), "bad_name");
        refused("view", "elsewhere", "bad_view");
        refused("priority", "huge", "bad_priority");
        refused("agent", "Ben", "bad_id");
        shops.sql("INSERT INTO saved_view (id, tenant_id, owner_id, name, view) "
                + "SELECT gen_random_uuid(), ?, ?, 'x', 'all' FROM generate_series(1, 100)", shop.id().value(),
                ada.id());
        assertProblem(add(ada, "One more", false), 409, "too_many_views");
    }

    private void refused(String field, String value, String code) {
        Map<String, Object> request = new HashMap<>(Map.of("name", "Late", "view", "all"));
        request.put(field, value);
        assertProblem(ada.asks().body(request).post(VIEWS), 400, code);
    }

    @Test
    void inbox_isNarrowedByOwner() {
        String bens = shops.conversation(shop).id().toString();
        String adas = shops.conversation(shop).id().toString();
        shops.sql("UPDATE conversation SET state = 'with_agent', last_seq = 1, agent_id = ? WHERE id = CAST(? AS uuid)",
                ben.id(), bens);
        shops.sql("UPDATE conversation SET state = 'with_agent', last_seq = 1, agent_id = ? WHERE id = CAST(? AS uuid)",
                ada.id(), adas);

        assertThat(ada.asks().get("/v1/console/inbox?agent=" + ben.id()).<List<String>>path("items.id"))
                .containsExactly(bens);
    }

    @Test
    void preferences_areTheSameEverywhereAndOnesOwn() {
        Response before = ada.asks().get(PREFERENCES);
        Response set = ada.asks().body(Map.of("keys", false, "sound", false, "notifications", true, "shortcuts",
                Map.of("conversation.claim", "g c"))).put(PREFERENCES);

        assertThat(before.<Map<String, Object>>path("$"))
                .isEqualTo(Map.of("keys", true, "sound", true, "notifications", false, "shortcuts", Map.of()));
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.<String>path("shortcuts.'conversation.claim'")).isEqualTo("g c");
        assertThat(ada.asks().get(PREFERENCES).asString()).isEqualTo(set.asString());
        assertThat(ben.asks().get(PREFERENCES).asString()).isEqualTo(before.asString());
        assertProblem(ada.asks().body(Map.of("keys", true)).put(PREFERENCES), 400, "field_missing");
        assertProblem(ada.asks().body(Map.of("keys", true, "sound", true, "notifications", true, "shortcuts",
                Map.of("go.inbox", "g ".repeat(20)))).put(PREFERENCES), 400, "bad_shortcuts");
        assertProblem(ada.asks().body(Map.of("keys", true, "theme", "dark")).put(PREFERENCES), 400, "bad_json");
    }
}
