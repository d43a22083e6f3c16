package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class VisitorDataTest {
    private static final String CANARY = "my cat is called Zirkonia";

    @Inject
    Shops shops;
    private Shop shop;
    private String visitor;
    private String conversation;

    @BeforeEach
    void letSomebodyChat() {
        shop = shops.open("conversations visitors");
        Response opened = with().contentType(ContentType.JSON)
                .body(Map.of("visitor", "customer 7", "attributes", Map.of("tier", "gold"))).post("/v1/conversations");
        visitor = opened.path("visitor");
        conversation = opened.path("id");
        with().contentType(ContentType.JSON).body(Map.of("text", CANARY))
                .post("/v1/conversations/" + conversation + "/messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "a/b", "a/../b", "a;b", "a?b#c", "100%", "%2e", "Zoë ", "a\\b", "客户", "~",
            "data"})
    void customersIdOfAnyShape_isFoundAndForgotten(String id) {
        String theirs = with().contentType(ContentType.JSON).body(Map.of("visitor", id)).post("/v1/conversations")
                .path("visitor");

        Response export = with().queryParam("id", id).get("/v1/visitors/data");
        Response erased = with().queryParam("id", id).delete("/v1/visitors/data");

        assertThat(export.statusCode()).as(export.asString()).isEqualTo(200);
        assertThat(export.<String>path("visitor.id")).isEqualTo(theirs);
        assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(200);
        assertProblem(with().queryParam("id", id).get("/v1/visitors/data"), 404, "not_found");
    }

    @Test
    void customersId_isAskedFor() {
        assertProblem(with().get("/v1/visitors/data"), 400, "bad_id");
        assertProblem(with().queryParam("id", " ").delete("/v1/visitors/data"), 400, "bad_id");
    }

    @Test
    void customersNumber_isTheSameAsItsDigits() {
        String number = with().contentType(ContentType.JSON).body("{\"visitor\": 9007199254740993}")
                .post("/v1/conversations").path("visitor");
        String text = with().contentType(ContentType.JSON).body("{\"visitor\": \"9007199254740993\"}")
                .post("/v1/conversations").path("visitor");

        assertThat(number).isNotNull().isEqualTo(text);
        for (String odd : List.of("1.5", "true", "[7]", "{\"id\": 7}")) {
            assertProblem(with().contentType(ContentType.JSON).body("{\"visitor\": " + odd + "}")
                    .post("/v1/conversations"), 400, "bad_json");
        }
    }

    @Test
    void export_holdsEverythingThatWasSaid() {
        Response export = with().get("/v1/visitors/" + visitor + "/data");

        assertThat(export.statusCode()).as(export.asString()).isEqualTo(200);
        JsonPath told = export.jsonPath();
        assertThat(told.getString("visitor.external_id")).isEqualTo("customer 7");
        assertThat(told.getString("conversations[0].id")).isEqualTo(conversation);
        assertThat(told.getString("conversations[0].attributes.tier")).isEqualTo("gold");
        assertThat(told.getString("conversations[0].messages[0].text")).isEqualTo(CANARY);
        assertThat(told.getList("conversations[0].messages.author")).containsExactly("visitor", "bot");
        assertThat(export.header("Content-Disposition")).contains(visitor);
    }

    @Test
    void export_holdsWhyAPersonWasAskedFor() {
        askForAPerson();

        JsonPath told = with().get("/v1/visitors/" + visitor + "/data").jsonPath();

        assertThat(told.getString("conversations[0].handoff_reason")).isEqualTo("a cat");
        assertThat(told.getString("conversations[0].handoff_summary")).isEqualTo(CANARY);
        assertThat(told.getString("conversations[0].handoff_by")).isEqualTo("shop");
    }

    private void askForAPerson() {
        with().contentType(ContentType.JSON).body(Map.of("reason", "a cat"))
                .post("/v1/conversations/" + conversation + "/handoff");
    }

    @Test
    void shopsOwnIdOfTheCustomer_namesTheSameVisitor() {
        assertThat(with().get("/v1/visitors/{id}/data", "customer 7").<String>path("visitor.id")).isEqualTo(visitor);
    }

    @Test
    void erasedVisitor_isNowhereAnyMore() {
        askForAPerson();

        Response erased = with().delete("/v1/visitors/" + visitor + "/data");

        assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(200);
        assertThat(erased.<Integer>path("conversations")).isEqualTo(1);
        assertThat(erased.<Integer>path("messages")).isEqualTo(3);
        assertThat(shops.column("SELECT id FROM erasure WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(erased.<String>path("receipt"));
        assertProblem(with().get("/v1/visitors/" + visitor + "/data"), 404, "not_found");
        assertProblem(with().delete("/v1/visitors/" + visitor + "/data"), 404, "not_found");
        assertProblem(with().get("/v1/conversations/" + conversation), 404, "not_found");
        for (String table : tables()) {
            assertThat(shops.column("SELECT CAST(t AS text) FROM " + table + " t WHERE tenant_id = ?",
                    shop.id().value())).as(table)
                    .noneMatch(row -> row.contains(CANARY) || row.contains(visitor) || row.contains("customer 7"));
        }
    }

    private List<String> tables() {
        return shops.column("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' "
                + "AND table_name IN (SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id')");
    }

    @Test
    void otherVisitors_keepTheirs() {
        Response other = with().contentType(ContentType.JSON).body(Map.of("visitor", "customer 8"))
                .post("/v1/conversations");

        with().delete("/v1/visitors/" + visitor + "/data");

        assertThat(with().get("/v1/conversations/" + other.path("id")).statusCode()).isEqualTo(200);
    }

    @Test
    void retention_isTold() {
        JsonPath standing = with().get("/v1/retention").jsonPath();

        assertThat(standing.getDouble("keep_hours")).isEqualTo(720);
        assertThat(standing.getBoolean("own")).isFalse();
        assertThat(Instant.parse(standing.getString("cutoff"))).isBefore(Instant.now().minusSeconds(29 * 86_400));
    }

    @Test
    void preview_countsWhatAnotherLimitWouldTakeAndDeletesNothing() {
        shops.sql("UPDATE conversation SET last_activity_at = now() - INTERVAL '3 hours' WHERE tenant_id = ?",
                shop.id().value());
        shops.sql("UPDATE visitor SET last_seen_at = now() - INTERVAL '3 hours' WHERE tenant_id = ?",
                shop.id().value());

        JsonPath two = preview(Map.of("keep_hours", 2));

        assertThat(two.getInt("conversations")).isEqualTo(1);
        assertThat(two.getInt("messages")).isEqualTo(2);
        assertThat(two.getInt("visitors")).isEqualTo(1);
        assertThat(preview(Map.of("keep_hours", 4)).getInt("conversations")).isZero();
        assertThat(preview(Map.of()).getInt("conversations")).isZero();
        assertThat(with().get("/v1/conversations/" + conversation).statusCode()).isEqualTo(200);
        assertProblem(with().contentType(ContentType.JSON).body(Map.of("keep_hours", -1)).post("/v1/retention/preview"),
                400, "bad_keep_hours");
    }

    private JsonPath preview(Map<String, ?> request) {
        return with().contentType(ContentType.JSON).body(request).post("/v1/retention/preview").jsonPath();
    }

    private RequestSpecification with() {
        return given().header("Authorization", "Bearer " + shop.apiKey());
    }
}
