package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.console.Operations.Operation;
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
class AuditTest {
    private static final String AUDIT = "/v1/console/audit";
    private static final String CANNED = "/v1/console/canned-answers";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        administrator = shops.agent(shop, "administrator");
    }

    /** Every change of a conversation appears in its thread. */
    @Test
    void everyChangeOfTheShop_isAudited() {
        List<Operation> silent = Operations.all().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> operation.role().filter(role -> !role.equals("agent")).isPresent())
                .filter(operation -> !operation.path().contains("/conversations/"))
                .filter(operation -> operation.action().filter(action -> !action.isEmpty()).isEmpty())
                // It only proposes and saves nothing.
                .filter(operation -> !operation.path().endsWith("/wordings")).toList();

        assertThat(silent).isEmpty();
    }

    /** Changes to an agent's own account are audited; personal preferences are not. */
    @Test
    void everyChangeOfAnAgentsAccess_isAudited() {
        List<String> silent = Operations.all().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> operation.role().filter(role -> role.equals("agent")).isPresent())
                .filter(operation -> !operation.path().contains("/conversations/"))
                .filter(operation -> operation.action().filter(action -> !action.isEmpty()).isEmpty())
                .map(Operation::name).toList();

        assertThat(silent).containsExactlyInAnyOrder("POST /v1/console/second-factor", "PUT /v1/console/preferences",
                "POST /v1/console/views", "PUT /v1/console/views/{id}", "DELETE /v1/console/views/{id}",
                "PUT /v1/console/views/order", "DELETE /v1/console/session");
    }

    @Test
    void change_standsInTheLogWithWhoAndWhat() {
        ConsoleUser supervisor = shops.agent(shop, "supervisor");
        String canned = supervisor.asks().body(Map.of("shortcut", "hi", "text", "Hi, secret!")).post(CANNED)
                .path("id");
        supervisor.asks().delete(CANNED + "/" + canned);
        administrator.asks().body(Map.of("color", "#aabbcc")).put("/v1/console/labels/refund");

        Response log = administrator.asks().get(AUDIT);

        assertThat(log.<List<String>>path("items.action")).containsExactly("label.set", "canned_answer.remove",
                "canned_answer.add");
        assertThat(log.<List<String>>path("items.target")).containsExactly("refund", canned, canned);
        assertThat(log.<List<String>>path("items.agent")).containsExactly(administrator.id().toString(),
                supervisor.id().toString(), supervisor.id().toString());
        assertThat(log.<String>path("items[0].name")).startsWith("Agent ");
        assertThat(log.asString()).doesNotContain("secret");
    }

    @Test
    void refusedChange_isNoChange() {
        administrator.asks().body(Map.of("shortcut", "a b", "text", "x")).post(CANNED);
        administrator.asks().delete(CANNED + "/018f3b5e-7c1a-7000-8000-000000000001");

        assertThat(administrator.asks().get(AUDIT).<List<Object>>path("items")).isEmpty();
    }

    @Test
    void log_isReadPageByPageAndNarrowed() {
        for (String name : List.of("a", "b", "c")) {
            administrator.asks().body(Map.of("color", "#aabbcc")).put("/v1/console/labels/" + name);
        }
        administrator.asks().delete("/v1/console/labels/a");

        Response first = administrator.asks().get(AUDIT + "?limit=3&action=label.set&agent=" + administrator.id());
        Response second = administrator.asks().get(AUDIT + "?limit=2&cursor=" + first.path("items[1].id"));

        assertThat(first.<List<String>>path("items.target")).containsExactly("c", "b", "a");
        assertThat(second.<List<String>>path("items.target")).containsExactly("a");
        assertThat(second.<String>path("next_cursor")).isNull();
        assertProblem(administrator.asks().get(AUDIT + "?cursor=x"), 400, "bad_id");
    }

    @Test
    void anotherShopsLog_isItsOwn() {
        administrator.asks().body(Map.of("color", "#aabbcc")).put("/v1/console/labels/refund");
        ConsoleUser foreign = shops.agent(shops.open(), "administrator");

        assertThat(foreign.asks().get(AUDIT).<List<Object>>path("items")).isEmpty();
    }
}
