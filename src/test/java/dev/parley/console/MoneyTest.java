package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanes, budget and usage. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class MoneyTest {
    private static final String LANES = "/v1/lanes";
    private static final String BUDGET = "/v1/console/budget";

    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private ConsoleUser administrator;
    private ConsoleUser supervisor;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        administrator = shops.agent(shop, "administrator");
        supervisor = shops.agent(shop, "supervisor");
    }

    @Test
    void shopWithoutLanes_hasTheOperatorsModels() {
        Response found = supervisor.asks().get(LANES);

        assertThat(found.<List<Object>>path("lanes")).isEmpty();
        assertThat(found.<Object>path("operator")).isInstanceOf(List.class);
    }

    @Test
    void key_isTakenAndKeptAndNeverShown() {
        Response set = administrator.asks().body(Map.of("lanes", List.of(lane("sk-canary")))).put(LANES);
        Response again = administrator.asks().body(Map.of("lanes", List.of(lane(null)))).put(LANES);

        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(again.<List<Boolean>>path("lanes.key_set")).containsExactly(true);
        assertThat(set.asString() + again.asString() + supervisor.asks().get(LANES).asString())
                .doesNotContain("canary").doesNotContain("sealed");
        assertThat(shops.column("SELECT models FROM tenant WHERE id = ?", shop.id().value()).getFirst())
                .doesNotContain("canary");
    }

    private Map<String, Object> lane(@Nullable String key) {
        Map<String, Object> lane = new HashMap<>(Map.of("name", "own", "kind", "compatible", "base_url",
                model.baseUrl().toString(), "model", "gpt-3.5-turbo"));
        if (key != null) {
            lane.put("key", key);
        }
        return lane;
    }

    @Test
    void laterOfTwoAdministrators_doesNotOverwriteTheFirst() {
        String tag = administrator.asks().get(LANES).header("ETag");

        Response first = administrator.asks().header("If-Match", tag)
                .body(Map.of("lanes", List.of(lane("sk-canary")))).put(LANES);
        Response second = administrator.asks().header("If-Match", tag).body(Map.of("lanes", List.of())).put(LANES);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.<String>path("code")).isEqualTo("changed_meanwhile");
        assertThat(administrator.asks().get(LANES).<List<Object>>path("lanes")).hasSize(1);
    }

    @Test
    void whatWasShown_canBeSentBackWhole() {
        Map<String, Object> shown = supervisor.asks().get(LANES).jsonPath().getMap("$");

        assertThat(administrator.asks().body(shown).put(LANES).statusCode()).isEqualTo(200);
    }

    @Test
    void lane_withoutWhatItNeeds_isRefusedByName() {
        Response bad = administrator.asks().body(Map.of("lanes", List.of(Map.of("name", "x")))).put(LANES);

        assertProblem(bad, 400, "bad_lane");
    }

    @Test
    void budget_isSetAndCountedAgainst() {
        shops.sql(
                "INSERT INTO spend_total (tenant_id, day, day_total, month_total) VALUES (?, CURRENT_DATE, 1500000000, 4000000000)",
                shop.id().value());

        Response set = administrator.asks().body(Map.of("day", "2.50", "month", "40", "zone", "UTC")).put(BUDGET);

        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        Response found = supervisor.asks().get(BUDGET);
        assertThat(found.<String>path("day.limit")).isEqualTo("2.5");
        assertThat(found.<String>path("day.spent")).isEqualTo("1.5");
        assertThat(found.<String>path("month.spent")).isEqualTo("4");
        assertThat(found.<String>path("own.month")).isEqualTo("40");
        assertThat(found.<String>path("currency")).hasSize(3);
    }

    @Test
    void yesterdaysSpending_isNotTodays() {
        shops.sql(
                "INSERT INTO spend_total (tenant_id, day, day_total, month_total) VALUES (?, DATE '2020-01-31', 7, 7)",
                shop.id().value());

        assertThat(supervisor.asks().get(BUDGET).<String>path("day.spent")).isEqualTo("0");
        assertThat(supervisor.asks().get(BUDGET).<String>path("month.spent")).isEqualTo("0");
    }

    @Test
    void budgetLeftOut_isTheOperatorsAgain() {
        administrator.asks().body(Map.of("day", "1", "conversation_tokens", 1000)).put(BUDGET);
        Response reset = administrator.asks().body(Map.of()).put(BUDGET);

        assertThat(reset.statusCode()).as(reset.asString()).isEqualTo(200);
        assertThat(reset.<Map<String, Object>>path("own")).isEmpty();
    }

    @Test
    void whatIsNoBudget_isRefusedByName() {
        assertProblem(administrator.asks().body(Map.of("day", "-1")).put(BUDGET), 400, "bad_day");
        assertProblem(administrator.asks().body(Map.of("month", "1e9")).put(BUDGET), 400, "bad_month");
        assertProblem(administrator.asks().body(Map.of("month", "9999999999")).put(BUDGET), 400, "bad_budget");
        assertProblem(administrator.asks().body(Map.of("conversation_tokens", -1)).put(BUDGET), 400, "bad_budget");
        assertProblem(administrator.asks().body(Map.of("zone", "Mars")).put(BUDGET), 400, "bad_zone");
        assertProblem(administrator.asks().body(Map.of("day", 5)).put(BUDGET), 400, "bad_json");
    }

    @Test
    void usage_isShownToSupervisorsAndAsCsv() {
        Response json = supervisor.asks().get("/v1/usage?group_by=model&from=2026-01-01&to=2026-01-02");
        Response csv = supervisor.asks().get("/v1/usage?format=csv");

        assertThat(json.<List<String>>path("group_by")).containsExactly("model");
        assertThat(json.<String>path("total.saved")).isEqualTo("0");
        assertThat(csv.asString()).startsWith("day,model,kind,");
        assertProblem(supervisor.asks().get("/v1/usage?from=then"), 400, "bad_from");
    }
}
