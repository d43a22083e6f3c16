package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdempotencyTest {
    private static final String ENTRIES = "/v1/faq/entries";
    private static final Map<String, String> ENTRY = Map.of("question", "Do you ship?", "answer", "Yes.");

    @Inject
    Shops shops;
    private Shop shop;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void openShop() {
        shop = shops.open("conversations faq visitors admin");
    }

    @Test
    void requestThatIsSentAgain_isDoneOnceAndAnsweredAsBefore() {
        Response first = once(key).body(ENTRY).post(ENTRIES);
        Response second = once(key).body(ENTRY).post(ENTRIES);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(with().get(ENTRIES).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void anotherRequestWithTheSameKey_isRefused() {
        once(key).body(ENTRY).post(ENTRIES);

        assertProblem(once(key).body(Map.of("question", "Other?", "answer", "No.")).post(ENTRIES), 422,
                "idempotency_key_reused");
        assertProblem(once(key).body("{}").post("/v1/conversations"), 422, "idempotency_key_reused");
    }

    @Test
    void anotherShopsRequest_hasItsOwnKeys() {
        Shop other = shops.open();
        once(key).body(ENTRY).post(ENTRIES);

        Response theirs = given().header("Authorization", "Bearer " + other.apiKey()).header("Idempotency-Key", key)
                .contentType(ContentType.JSON).body(ENTRY).post(ENTRIES);

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void refusedRequest_leavesItsKeyForAnother() {
        assertProblem(once(key).body(Map.of("question", "Do you ship?")).post(ENTRIES), 400, "answer_empty");

        assertThat(once(key).body(ENTRY).post(ENTRIES).statusCode()).isEqualTo(201);
    }

    @Test
    void requestsSentTogether_areDoneOnce() {
        List<CompletableFuture<Response>> together = Stream.generate(() -> CompletableFuture
                .supplyAsync(() -> once(key).body(Map.of("visitor", "c-1")).post("/v1/conversations"))).limit(8)
                .toList();

        List<Response> answers = together.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("request_running"));
        assertThat(shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value())).hasSize(1);
    }

    @Test
    void requestWhoseFirstIsStillRunning_isToldToWait() throws Exception {
        Response first = once(key).body(ENTRY).post(ENTRIES);
        assertThat(first.statusCode()).isEqualTo(201);
        shops.sql("UPDATE idempotent_request SET status = NULL, held_until = now() + INTERVAL '1 hour' "
                + "WHERE tenant_id = ? AND key_hash = ?", shop.id().value(), sha256(key));

        Response second = once(key).body(ENTRY).post(ENTRIES);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("code")).isEqualTo("request_running");
        assertThat(second.<Boolean>path("retryable")).isTrue();
        assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 2);
    }

    @Test
    void requestThatDiedWithItsReplica_canBeSentAgain() throws Exception {
        once(key).body(ENTRY).post(ENTRIES);
        shops.sql("UPDATE idempotent_request SET status = NULL, held_until = now() - INTERVAL '1 second' "
                + "WHERE tenant_id = ? AND key_hash = ?", shop.id().value(), sha256(key));

        assertThat(once(key).body(ENTRY).post(ENTRIES).statusCode()).isEqualTo(201);
    }

    @Test
    void dayOldKey_isForgotten() {
        once(key).body(ENTRY).post(ENTRIES);
        assertThat(expiries()).singleElement().satisfies(expires -> assertThat(Duration.ofSeconds(
                Long.parseLong(expires))).isBetween(Duration.ofHours(23), Duration.ofHours(24)));
        shops.sql("UPDATE idempotent_request SET expires_at = now() WHERE tenant_id = ?", shop.id().value());

        assertThat(once(key).body(ENTRY).post(ENTRIES).header("Idempotent-Replayed")).isNull();
    }

    @Test
    void shopThatKeepsLittle_keepsAnswersNoLonger() {
        Shop brief = shops.open();
        shops.sql("UPDATE tenant SET retention_hours = 2 WHERE id = ?", brief.id().value());

        given().header("Authorization", "Bearer " + brief.apiKey()).header("Idempotency-Key", key)
                .contentType(ContentType.JSON).body(ENTRY).post(ENTRIES);

        assertThat(shops.column(
                "SELECT CAST(extract(epoch FROM expires_at - now()) AS bigint) FROM idempotent_request WHERE tenant_id = ?",
                brief.id().value())).singleElement()
                .satisfies(left -> assertThat(Long.parseLong(left)).isLessThanOrEqualTo(7200));
    }

    private List<String> expiries() {
        return shops.column(
                "SELECT CAST(extract(epoch FROM expires_at - now()) AS bigint) FROM idempotent_request WHERE tenant_id = ?",
                shop.id().value());
    }

    @Test
    void messageThatIsSentAgain_isStoredOnceAndNoWordOfItKeptBeside() {
        String messages = "/v1/conversations/" + shops.conversation(shop).id() + "/messages";
        Map<String, String> body = Map.of("text", "A word that stands nowhere else");

        Response first = once(key).body(body).post(messages);
        Response second = once(key).body(body).post(messages);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(second.<Integer>path("seq")).isEqualTo(first.<Integer>path("seq"));
        assertThat(shops.column("SELECT text FROM message WHERE tenant_id = ? AND author = 'visitor'",
                shop.id().value())).hasSize(1);
        assertThat(shops.column("SELECT body FROM idempotent_request WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("null");
    }

    @Test
    void secretThatWasShownOnce_isNotShownAgain() {
        Map<String, Object> request = Map.of("name", "x", "scopes", List.of("faq"));
        String secret = once(key).body(request).post("/v1/keys").path("key");

        assertProblem(once(key).body(request).post("/v1/keys"), 409, "already_done");
        assertThat(shops.column("SELECT CAST(r AS text) FROM idempotent_request r WHERE tenant_id = ?",
                shop.id().value())).noneMatch(row -> row.contains(secret));
    }

    @Test
    void erasedVisitorsAnswers_areForgotten() {
        Response opened = once(key).body(Map.of("visitor", "c-9", "attributes", Map.of("tier", "gold")))
                .post("/v1/conversations");
        assertThat(shops.column("SELECT body FROM idempotent_request WHERE tenant_id = ?", shop.id().value()))
                .singleElement().satisfies(body -> assertThat(body).contains("gold"));

        with().delete("/v1/visitors/" + opened.<String>path("visitor") + "/data");

        assertThat(shops.column("SELECT body FROM idempotent_request WHERE tenant_id = ?", shop.id().value()))
                .isEmpty();
    }

    @Test
    void badKey_isRefused() {
        assertProblem(once("x".repeat(256)).body(ENTRY).post(ENTRIES), 400, "bad_idempotency_key");
    }

    private RequestSpecification once(String idempotencyKey) {
        return with().header("Idempotency-Key", idempotencyKey).contentType(ContentType.JSON);
    }

    private RequestSpecification with() {
        return given().header("Authorization", "Bearer " + shop.apiKey());
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
