package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.key.ApiKey;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audit entries of API keys; ShopAuthorizationTest tries every operation. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KeyAuditTest {
    private static final Map<String, ?> ENTRY = Map.of("question", "Q?", "answer", "A.");

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open(String.join(" ", ApiKey.SCOPES));
    }

    private RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private List<String> log(String columns) {
        return shops.column("SELECT " + columns + " FROM audit_entry WHERE tenant_id = ? ORDER BY id",
                shop.id().value());
    }

    @Test
    void administrator_readsWhichKeyDidWhat() {
        String entry = asks().body(ENTRY).post("/v1/faq/entries").path("id");
        String made = asks().body(Map.of("name", "Search page", "scopes", List.of("faq"))).post("/v1/keys").path("id");

        Response read = shops.agent(shop, "administrator").asks().get("/v1/console/audit");

        assertThat(read.<List<String>>path("items.action")).containsExactly("key.make", "faq.create");
        assertThat(read.<List<String>>path("items.target")).containsExactly(made, entry);
        assertThat(read.<List<String>>path("items.name")).containsExactly("test", "test");
        assertThat(read.<List<String>>path("items.key")).doesNotContainNull();
        assertThat(read.<List<String>>path("items.agent")).containsOnlyNulls();
        assertThat(read.asString()).doesNotContain(shop.apiKey()).doesNotContain("Q?");
    }

    @Test
    void requestThatIsSentAgain_isNotedOnce() {
        for (int i = 0; i < 3; i++) {
            asks().header("Idempotency-Key", "one").body(ENTRY).post("/v1/faq/entries");
        }

        assertThat(log("action")).containsExactly("faq.create");
    }

    /** Refused before an operation is chosen: none consumes or produces the requested types. */
    @Test
    void requestThatFitsNoOperation_isRefusedAsItIsWithoutAudit() {
        String conversation = "/v1/conversations/" + UUID.randomUUID() + "/messages";

        asks().accept("text/csv").contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8))
                .post(conversation).then()
                .statusCode(org.hamcrest.Matchers.oneOf(406, 415));
        asks().accept("text/csv").body(ENTRY).post("/v1/faq/entries").then().statusCode(406);
        assertThat(log("action")).isEmpty();
    }

    @Test
    void whatIsRefusedOrOnlyRead_isNoChange() {
        asks().body(Map.of("question", "")).post("/v1/faq/entries");
        asks().delete("/v1/faq/entries/" + UUID.randomUUID());
        asks().get("/v1/faq/entries");
        asks().body(Map.of()).post("/v1/retention/preview");

        assertThat(log("action")).isEmpty();
    }

    /** It would be kept a year longer than the customer's data. */
    @Test
    void erasedCustomersId_isNotInTheLog() {
        asks().body(Map.of("visitor", "ada@shop.example")).post("/v1/conversations");
        String receipt = asks().delete("/v1/visitors/ada@shop.example/data").path("receipt");

        assertThat(log("action || ' ' || target")).containsExactly("visitor.erase " + receipt);
    }
}
