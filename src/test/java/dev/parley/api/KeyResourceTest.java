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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KeyResourceTest {
    private static final String PATH = "/v1/keys";

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("admin");
    }

    @Test
    void newKey_opensItsScopesAlone() {
        String key = issue(Map.of("name", "Search page", "scopes", List.of("faq"))).getString("key");

        assertThat(with(key).get("/v1/faq/entries").statusCode()).isEqualTo(200);
        assertThat(assertProblem(with(key).get("/v1/usage"), 403, "scope_missing")).contains("`usage`");
    }

    @Test
    void newKey_isShownOnceAndKeptAsAHash() {
        JsonPath issued = issue(Map.of("name", "Back office", "scopes", List.of("usage", "faq")));
        String key = issued.getString("key");

        Response list = with(shop.apiKey()).get(PATH);

        assertThat(key).startsWith("pk_").hasSize(46);
        assertThat(list.asString()).doesNotContain(key).contains(issued.getString("id"));
        assertThat(list.jsonPath().getString("items[0].hint")).isEqualTo(key.substring(0, 7) + "…");
        assertThat(list.jsonPath().getList("items[0].scopes")).containsExactly("faq", "usage");
        assertThat(shops.column("SELECT CAST(api_key AS text) FROM api_key WHERE tenant_id = ?", shop.id().value()))
                .noneMatch(row -> row.contains(key));
    }

    @Test
    void keysUse_isNoted() {
        String key = issue(Map.of("name", "Used", "scopes", List.of("faq"))).getString("key");
        assertThat(lastUse()).isEqualTo("null");

        with(key).get("/v1/faq/entries");

        Awaitility.await().untilAsserted(() -> assertThat(lastUse()).isNotEqualTo("null"));
    }

    @Test
    void keyThatHasBeenUsedWithinTheMinute_isNotWrittenAgain() {
        String key = issue(Map.of("name", "Busy", "scopes", List.of("faq"))).getString("key");
        with(key).get("/v1/faq/entries");
        Awaitility.await().until(() -> !lastUse().equals("null"));
        String first = lastUse();

        for (int i = 0; i < 10; i++) {
            with(key).get("/v1/faq/entries");
        }

        assertThat(lastUse()).isEqualTo(first);
    }

    private String lastUse() {
        return shops.column("SELECT last_used_at FROM api_key WHERE tenant_id = ? AND name <> 'test'",
                shop.id().value()).getFirst();
    }

    @Test
    void revokedKey_isRefusedFromTheNextRequestOn() {
        JsonPath issued = issue(Map.of("name", "Lost", "scopes", List.of("faq")));
        assertThat(with(issued.getString("key")).get("/v1/faq/entries").statusCode()).isEqualTo(200);

        assertThat(with(shop.apiKey()).delete(PATH + "/" + issued.getString("id")).statusCode()).isEqualTo(204);

        assertProblem(with(issued.getString("key")).get("/v1/faq/entries"), 401, "unauthenticated");
        assertThat(with(shop.apiKey()).get(PATH).asString()).doesNotContain(issued.getString("id"));
        assertProblem(with(shop.apiKey()).delete(PATH + "/" + issued.getString("id")), 404, "not_found");
    }

    @Test
    void rotatedKey_staysGoodForTheOverlapBesideTheNewOne() {
        JsonPath old = issue(Map.of("name", "Shop system", "scopes", List.of("faq", "usage")));

        JsonPath fresh = rotate(old.getString("id"), Map.of("overlap_seconds", 600)).jsonPath();

        assertThat(fresh.getString("name")).isEqualTo("Shop system");
        assertThat(fresh.getList("scopes")).containsExactly("faq", "usage");
        assertThat(with(old.getString("key")).get("/v1/usage").statusCode()).isEqualTo(200);
        assertThat(with(fresh.getString("key")).get("/v1/usage").statusCode()).isEqualTo(200);
        JsonPath list = with(shop.apiKey()).get(PATH).jsonPath();
        assertThat(list.getString("items[1].replaced_by")).isEqualTo(fresh.getString("id"));
        assertThat(Instant.parse(list.getString("items[1].expires_at"))).isAfter(Instant.now().plusSeconds(500))
                .isBefore(Instant.now().plusSeconds(700));
    }

    @Test
    void keyRotatedWithoutOverlap_diesAtOnce() {
        JsonPath old = issue(Map.of("name", "Leaked", "scopes", List.of("faq")));

        String fresh = rotate(old.getString("id"), Map.of("overlap_seconds", 0)).jsonPath().getString("key");

        assertProblem(with(old.getString("key")).get("/v1/faq/entries"), 401, "unauthenticated");
        assertThat(with(fresh).get("/v1/faq/entries").statusCode()).isEqualTo(200);
    }

    @Test
    void keyThatWasReplaced_isNotReplacedAgain() {
        String old = issue(Map.of("name", "Once", "scopes", List.of("faq"))).getString("id");
        rotate(old, Map.of());

        assertProblem(rotate(old, Map.of()), 409, "key_ended");
    }

    private static final Map<String, ?> WISH = Map.of("name", "One more", "scopes", List.of("faq"));

    private void allow(int keys) {
        shops.sql("UPDATE tenant SET limits = ? WHERE id = ?", "{\"api_keys\":" + keys + "}", shop.id().value());
    }

    private Response tryIssue() {
        return with(shop.apiKey()).contentType(ContentType.JSON).body(WISH).post(PATH);
    }

    @Test
    void shopWithAllItsKeys_stillReplacesEach() {
        allow(2);
        String id = issue(WISH).getString("id");
        assertProblem(tryIssue(), 409, "too_many_keys");

        for (int i = 0; i < 5; i++) {
            Response rotated = rotate(id, Map.of());
            assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(201);
            id = rotated.path("id");
        }

        assertProblem(tryIssue(), 409, "too_many_keys");
        with(shop.apiKey()).delete(PATH + "/" + id);
        assertThat(tryIssue().statusCode()).isEqualTo(201);
    }

    @Test
    void replacedKeysThatAreStillGood_doNotGrowForEver() {
        allow(2);
        String id = issue(WISH).getString("id");
        for (int i = 0; i < 10; i++) {
            id = rotate(id, Map.of("overlap_seconds", 2_592_000)).path("id");
        }

        assertProblem(rotate(id, Map.of()), 409, "too_many_keys");

        shops.sql("UPDATE api_key SET expires_at = now() WHERE tenant_id = ? AND replaced_by IS NOT NULL",
                shop.id().value());
        assertThat(rotate(id, Map.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void manyAtOnce_makeNoMoreThanThereMayBe() {
        allow(4);

        List<Integer> answers = atOnce(12, () -> tryIssue().statusCode());

        assertThat(answers).containsOnly(201, 409);
        assertThat(java.util.Collections.frequency(answers, 201)).isEqualTo(3);
    }

    @Test
    void keyRotatedManyTimesAtOnce_isReplacedOnce() {
        String id = issue(WISH).getString("id");

        List<Integer> answers = atOnce(8, () -> rotate(id, Map.of()).statusCode());

        assertThat(java.util.Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(shops.column("SELECT count(*) FROM api_key WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("3");
    }

    private static List<Integer> atOnce(int times, java.util.concurrent.Callable<Integer> work) {
        try (java.util.concurrent.ExecutorService all = java.util.concurrent.Executors.newFixedThreadPool(times)) {
            return all.invokeAll(java.util.Collections.nCopies(times, work)).stream().map(each -> each.resultNow())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"scopes\":[\"faq\"]}|bad_name",
            "{\"name\":\"\",\"scopes\":[\"faq\"]}|bad_name",
            "{\"name\":\"a\\u0000b\",\"scopes\":[\"faq\"]}|bad_name", "{\"name\":\"x\"}|bad_scopes",
            "{\"name\":\"x\",\"scopes\":[]}|bad_scopes", "{\"name\":\"x\",\"scopes\":[\"root\"]}|bad_scopes",
            "{\"name\":\"x\",\"scopes\":[null]}|bad_scopes",
            "{\"name\":\"x\",\"scopes\":[\"faq\"],\"expires_at\":\"tomorrow\"}|bad_expires_at",
            "{\"name\":\"x\",\"scopes\":[\"faq\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}|bad_expires_at"})
    void badWish_isRefused(String body, String code) {
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON).body(body).post(PATH), 400, code);
    }

    private JsonPath issue(Map<String, ?> request) {
        Response issued = with(shop.apiKey()).contentType(ContentType.JSON).body(request).post(PATH);
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        return issued.jsonPath();
    }

    private Response rotate(String id, Map<String, ?> request) {
        return with(shop.apiKey()).contentType(ContentType.JSON).body(request).post(PATH + "/" + id + "/rotate");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
