package dev.parley.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.platform.database.Statements;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FaqResourceTest {
    @Inject
    Statements database;

    private String key;

    @BeforeEach
    void openShop() {
        UUID shop = UUID.randomUUID();
        key = openShop(shop, "faq");
    }

    @Test
    void entry_livesThroughItsWholeLife() {
        String id = shop()
                .body("""
                {"question": "Do you ship to the moon?", "answer": "Not yet.", "products": ["P1"], "valid_from": "2026-01-01"}""")
                .post("/v1/faq/entries").then().statusCode(201).header("Location", containsString("/v1/faq/entries/"))
                .body("status", equalTo("published")).body("valid_from", equalTo("2026-01-01T00:00:00Z"))
                .extract().path("id");

        shop().queryParam("q", "moon shipping").get("/v1/faq/search").then().statusCode(200)
                .body("items[0].id", equalTo(id)).body("items[0].answer", equalTo("Not yet."));
        shop().queryParam("q", "moon shipping").queryParam("product", "P2").get("/v1/faq/search").then()
                .body("items", hasSize(0));
        String read = shop().get("/v1/faq/entries/" + id).asString();
        shop().body(read.replace("Not yet.", "Soon.")).put("/v1/faq/entries/" + id).then().statusCode(200)
                .body("answer", equalTo("Soon."));
        shop().get("/v1/faq/entries?q=MOON").then().body("items", hasSize(1)).body("next_cursor", equalTo(null));
        shop().delete("/v1/faq/entries/" + id).then().statusCode(204);
        shop().get("/v1/faq/entries/" + id).then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void badEntry_isRefusedByName() {
        shop().body("{\"question\": \"Q?\", \"answer\": \"A\", \"colour\": 1}").post("/v1/faq/entries").then()
                .statusCode(400)
                .body("code", equalTo("bad_json")).body("detail", containsString("'colour'"));
        shop().body("{\"question\": \"Q?\"}").post("/v1/faq/entries").then().statusCode(400)
                .body("code", equalTo("answer_empty"));
        shop().body("{\"question\": \"Q\\u0000?\", \"answer\": \"A\"}").post("/v1/faq/entries").then().statusCode(400)
                .body("code", equalTo("bad_character"));
        shop().queryParam("q", " ").get("/v1/faq/search").then().statusCode(400).body("code", equalTo("bad_q"));
        shop().queryParam("limit", "0").get("/v1/faq/entries").then().statusCode(400).body("code",
                equalTo("bad_limit"));
    }

    @Test
    void file_isReportedRowByRowAndComesOutAgain() {
        String file = "question;answer;variants\nOne?;1;a|b\n;2;\n";

        shop().contentType("text/csv").body(file.getBytes(UTF_8)).queryParam("mode", "all_or_nothing")
                .post("/v1/faq/import").then()
                .statusCode(422).body("imported", equalTo(0)).body("rejected", equalTo(1));
        shop().contentType("text/csv").body(file.getBytes(UTF_8)).post("/v1/faq/import").then().statusCode(200)
                .body("imported", equalTo(1)).body("updated", equalTo(0)).body("errors[0].row", equalTo(3))
                .body("errors[0].code", equalTo("question_empty"));
        shop().contentType("text/csv").body("question,answer,status\nShown?,1,published\nHeld back?,2,in review\n")
                .post("/v1/faq/import").then().statusCode(200).body("imported", equalTo(2)).body("drafts", equalTo(1));
        shop().get("/v1/faq/export?format=jsonl").then().statusCode(200)
                .contentType(startsWith("application/x-ndjson")).body(containsString("\"variants\":[\"a\",\"b\"]"));
        shop().contentType("image/png").body(file.getBytes(UTF_8)).post("/v1/faq/import").then().statusCode(400)
                .body("code", equalTo("bad_format"));
    }

    @Test
    void strangers_areTurnedAway() {
        given().get("/v1/faq/entries").then().statusCode(401);
        String other = openShop(UUID.randomUUID(), "usage");
        given().header("Authorization", "Bearer " + other).get("/v1/faq/entries").then().statusCode(403);
    }

    private String openShop(UUID shop, String scopes) {
        String secret = "pk_" + shop.toString().replace("-", "") + "00000000000";
        database.ofEveryTenant().rows("""
                INSERT INTO tenant (id, slug, name, settings, visitor_key, created_at)
                SELECT $1, $2, 'Test', settings, visitor_key, created_at FROM tenant WHERE slug = 'demo'""", row -> row,
                shop, shop.toString()).await().atMost(Duration.ofSeconds(10));
        database.ofEveryTenant().rows("""
                INSERT INTO api_key (id, tenant_id, name, key_hash, scopes, created_at)
                VALUES ($1, $1, 'test', sha256(convert_to($2, 'UTF8')), $3, now())""", row -> row, shop, secret, scopes)
                .await().atMost(Duration.ofSeconds(10));
        return secret;
    }

    private RequestSpecification shop() {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}
