package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that hold for every operation of the REST API. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RestConventionsTest {
    private static final String ENTRIES = "/v1/faq/entries";
    private static final Map<String, String> ENTRY = Map.of("question", "Do you ship?", "answer", "Yes.");

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("conversations faq admin");
    }

    @Test
    void requestId_isTakenFromTheCaller() {
        assertThat(with().header("X-Request-Id", "order-7:retry.2").get(ENTRIES).header("X-Request-Id"))
                .isEqualTo("order-7:retry.2");
        assertThat(given().header("X-Request-Id", "abc").get(ENTRIES).<String>path("request_id")).isEqualTo("abc");
    }

    @Test
    void requestIdThatCouldForgeALogLine_isReplaced() {
        for (String id : List.of("a b", "<script>", "x".repeat(200))) {
            assertThat(with().header("X-Request-Id", id).get(ENTRIES).header("X-Request-Id")).startsWith("req_");
        }
    }

    @Test
    void everyResponse_hasRateLimitHeaders() {
        Response answer = with().get(ENTRIES);

        assertThat(answer.header("RateLimit-Limit")).isEqualTo("1000");
        assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(1, 999);
        assertThat(Integer.parseInt(answer.header("RateLimit-Reset"))).isBetween(0, 2);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("1000;w=2");
    }

    @Test
    void keyOverItsRate_getsRetryAfter() {
        String slow = with().contentType(ContentType.JSON)
                .body(Map.of("name", "slow", "scopes", List.of("faq"), "requests_per_minute", 1)).post("/v1/keys")
                .path("key");
        assertThat(with(slow).get(ENTRIES).header("RateLimit-Remaining")).isEqualTo("0");

        Response refused = with(slow).get(ENTRIES);

        assertProblem(refused, 429, "rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("1");
        assertThat(with().get(ENTRIES).statusCode()).isEqualTo(200);
    }

    @Test
    void entryWithAStaleEtag_isNotOverwritten() {
        Response created = with().contentType(ContentType.JSON).body(ENTRY).post(ENTRIES);
        String path = created.header("Location");
        String seen = created.header("ETag");
        assertThat(with().get(path).header("ETag")).isEqualTo(seen);
        Response changed = put(path, seen, Map.of("question", "Do you ship?", "answer", "Within Europe."));
        assertThat(changed.statusCode()).isEqualTo(200);

        Response late = put(path, seen, Map.of("question", "Do you ship?", "answer", "No."));

        assertProblem(late, 412, "changed_meanwhile");
        assertProblem(with().header("If-Match", seen).delete(path), 412, "changed_meanwhile");
        assertThat(with().get(path).<String>path("answer")).isEqualTo("Within Europe.");
        assertThat(with().get(path).header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(with().header("If-Match", changed.header("ETag")).delete(path).statusCode()).isEqualTo(204);
        assertProblem(put(path, "*", ENTRY), 404, "not_found");
    }

    @Test
    void unchangedEntry_isNotSentAgain() {
        Response created = with().contentType(ContentType.JSON).body(ENTRY).post(ENTRIES);

        Response again = with().header("If-None-Match", created.header("ETag")).get(created.header("Location"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void settingsWithAStaleEtag_areNotOverwritten() {
        String seen = with().get("/v1/lanes").header("ETag");
        Map<String, Object> inEurope = Map.of("lanes", List.of(), "stay_in", "eu");
        assertThat(put("/v1/lanes", seen, inEurope).statusCode()).isEqualTo(200);

        assertProblem(put("/v1/lanes", seen, Map.of("lanes", List.of())), 412, "changed_meanwhile");
        assertThat(with().get("/v1/lanes").<String>path("stay_in")).isEqualTo("eu");
    }

    @Test
    void unknownField_isNamedWithTheKnownOnes() {
        String detail = assertProblem(with().contentType(ContentType.JSON)
                .body(Map.of("question", "Q?", "answer", "A.", "colour", "red")).post(ENTRIES), 400, "bad_json");

        assertThat(detail).startsWith("Unknown field 'colour'; known: answer, ").contains("valid_from");
    }

    @Test
    void responses_areCompressedOnRequest() throws Exception {
        for (int i = 0; i < 20; i++) {
            with().contentType(ContentType.JSON).body(ENTRY).post(ENTRIES);
        }

        HttpResponse<byte[]> list = HttpClient.newHttpClient().send(request(ENTRIES).header("Accept-Encoding", "gzip")
                .build(), BodyHandlers.ofByteArray());

        assertThat(list.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(list.body()).hasSizeLessThan(2_000);
    }

    @Test
    void bodyWithoutContentLength_isRefusedOverTheLimit() throws Exception {
        byte[] large = ("{\"question\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);

        HttpResponse<String> refused = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                .send(request(ENTRIES).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build(),
                        BodyHandlers.ofString());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"too_large\"", "\"request_id\":\"req_");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + shop.apiKey());
    }

    private Response put(String path, String ifMatch, Map<String, ?> body) {
        return with().header("If-Match", ifMatch).contentType(ContentType.JSON).body(body).put(path);
    }

    private RequestSpecification with() {
        return with(shop.apiKey());
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
