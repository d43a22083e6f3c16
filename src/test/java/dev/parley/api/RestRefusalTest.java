package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication, scopes and validation errors of the REST API. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RestRefusalTest {
    private static final String PATH = "/v1/conversations";

    @Inject
    Shops shops;
    private Shop shop;
    private String conversation;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        conversation = PATH + "/" + shops.conversation(shop).id();
    }

    @Test
    void requestWithoutAKey_isRefused() {
        Response refused = given().get(PATH);

        assertProblem(refused, 401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"parley\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer pk_unknown", "Bearer ", "Bearer", "Basic YTpi", "pk_unknown", "bearer  x y"})
    void requestWithAUselessKey_isRefused(String authorization) {
        assertProblem(given().header("Authorization", authorization).get(PATH), 401, "unauthenticated");
    }

    @Test
    void expiredOrRevokedKey_isRefusedFromTheNextRequestOn() {
        String expired = shops.addKey(shop.id(), "conversations", Instant.now().minusSeconds(1));
        assertProblem(with(expired).get(PATH), 401, "unauthenticated");
        assertThat(with(shop.apiKey()).get(PATH).statusCode()).isEqualTo(200);

        shops.sql("UPDATE api_key SET revoked_at = now() WHERE tenant_id = ?", shop.id().value());

        assertProblem(with(shop.apiKey()).get(PATH), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "POST | /v1/keys | {\"name\":\"\",\"scopes\":[\"faq\"]} | /name",
            "POST | /v1/webhooks | {\"url\":\"ftp://shop.example/\"} | /url",
            "POST | /v1/tools | {\"name\":\"Stock\",\"description\":\"x\",\"url\":\"https://x.example/\"} | /name",
            "POST | /v1/faq/entries | {\"question\":\"Q?\",\"answer\":\"A.\",\"url\":\"x y\"} | /url",
            "PUT | /v1/identity | {\"mode\":\"off\",\"keys\":[{\"alg\":\"RS256\",\"public_key\":\"x\"}]} | /keys/0/public_key",
            "PUT | /v1/lanes | {\"lanes\":[{\"name\":\"a\",\"kind\":\"openai\",\"model\":\"a b\",\"key\":\"k\"}]} | /lanes/0/model",
            "PUT | /v1/lanes | {\"lanes\":[{\"name\":\"a\",\"window\":\"x\"}]} | /lanes/0/window",
            "POST | /v1/conversations | {\"locale\":5} | /locale",
            "POST | /v1/conversations | {\"a/b\":5} | /a~1b"})
    void faultOfOneField_isPointedAt(String method, String path, String body, String pointer) {
        String key = shops.addKey(shop.id(), String.join(" ", ApiKey.SCOPES), null);

        Response refused = with(key).contentType(ContentType.JSON).body(body).request(method, path);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("field")).as(refused.asString()).isEqualTo(pointer);
        assertThat(refused.<Object>path("errors")).isNull();
    }

    @Test
    void severalFaults_areAllTold() {
        String key = shops.addKey(shop.id(), "admin", null);

        Response refused = with(key).contentType(ContentType.JSON).body("""
                {"lanes":[{"name":"a","kind":"x","base_url":"https://x.example/v1","model":"m","key":"k"},
                 {"name":"b","kind":"openai","model":"a b","key":"k"}]}""").put("/v1/lanes");

        assertProblem(refused, 400, "bad_lane");
        assertThat(refused.<String>path("field")).isEqualTo("/lanes/0/kind");
        assertThat(refused.<List<String>>path("errors.field")).containsExactly("/lanes/0/kind", "/lanes/1/model");
        assertThat(refused.<List<String>>path("errors.code")).containsOnly("bad_lane");
    }

    @Test
    void visitorsToken_isNoKey() {
        assertProblem(with(shops.visitor(shop).token()).get(PATH), 401, "unauthenticated");
    }

    @Test
    void keyWithoutTheScope_isRefused() {
        String key = shops.addKey(shop.id(), "faq usage", null);

        assertProblem(with(key).get(PATH), 403, "scope_missing");
        assertProblem(with(key).get(conversation), 403, "scope_missing");
        assertProblem(
                with(key).contentType(ContentType.JSON).body(Map.of("text", "hi")).post(conversation + "/messages"),
                403, "scope_missing");
    }

    @Test
    void anotherShopsConversation_looksLikeAnAbsentOne() {
        Shop other = shops.open();
        String absent = PATH + "/" + UUID.randomUUID();

        for (String action : new String[]{"", "/messages"}) {
            assertThat(bodyWithoutRequestId(with(other.apiKey()).get(conversation + action)))
                    .isEqualTo(bodyWithoutRequestId(with(other.apiKey()).get(absent + action)));
        }
        for (String action : new String[]{"/handoff", "/close"}) {
            assertThat(bodyWithoutRequestId(with(other.apiKey()).post(conversation + action)))
                    .isEqualTo(bodyWithoutRequestId(with(other.apiKey()).post(absent + action)));
        }
        for (String type : new String[]{"application/json", "text/event-stream"}) {
            assertThat(bodyWithoutRequestId(say(other.apiKey(), type, conversation)))
                    .isEqualTo(bodyWithoutRequestId(say(other.apiKey(), type, absent)));
        }
        assertThat(with(shop.apiKey()).get(conversation).<Integer>path("last_seq")).isZero();
    }

    private static Response say(String key, String accept, String path) {
        return with(key).accept(accept).contentType(ContentType.JSON).body(Map.of("text", "hi"))
                .post(path + "/messages");
    }

    private static String bodyWithoutRequestId(Response refused) {
        assertProblem(refused, 404, "not_found");
        return refused.asString().replaceFirst("req_[0-9a-f]+", "req");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/conversations;x", "/v1/conversations;x=1", "/v1;x/conversations", "/v1/conversations/",
            "/v1/%63onversations", "/v1/%2e/conversations", "/v1/./conversations", "/v1/x/../conversations",
            "/v1/x/%2e%2e/conversations", "//v1/conversations", "/v1//conversations", "/V1/conversations",
            "/v1/conversations%2f", "/v1/conversations%3b", "/v1/conversations?x", "/v1/conversations%00",
            "/v1/conversations/../conversations"})
    void trickyPath_opensNothing(String path) {
        Response refused = given().urlEncodingEnabled(false).get(path);

        assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1/nothing", "/v1/conversations/x", "/v1/conversations/x/messages",
            "/v1/conversations/1-1-1-1-1"})
    void whatIsNot_isNotFound(String path) {
        assertProblem(with(shop.apiKey()).get(path), 404, "not_found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"limit=0|bad_limit", "limit=-1|bad_limit", "limit=1.5|bad_limit",
                    "limit=201|bad_limit", "limit=x|bad_limit",
                    "limit=99999999999999999999|bad_limit", "state=sleeping|bad_state", "cursor=x|bad_cursor"})
    void badParameter_isNamed(String query, String code) {
        assertProblem(with(shop.apiKey()).get(PATH + "?" + query), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "9223372036854775808"})
    void badSince_isNamed(String since) {
        assertProblem(with(shop.apiKey()).queryParam("since", since).get(conversation + "/messages"), 400, "bad_since");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{|bad_json", "[]|bad_json", "{\"text\":{}}|bad_json",
            "{\"text\":[\"a\"]}|bad_json",
            "{\"text\":\"hi\",\"as\":\"admin\"}|bad_json", "{\"text\":\"hi\",\"id\":\"7\"}|bad_id",
            "{\"text\":\"hi\",\"id\":\"1-1-1-1-1\"}|bad_id",
            "{\"text\":\"hi\",\"page\":\"javascript:alert(1)\"}|bad_page", "{\"text\":5}|bad_json", "{}|text_empty",
            "{\"text\":\" \"}|text_empty", "{\"text\":null}|text_empty"})
    void badMessage_isRefused(String body, String code) {
        for (String accept : new String[]{"application/json", "text/event-stream"}) {
            assertProblem(with(shop.apiKey()).accept(accept).contentType(ContentType.JSON).body(body)
                    .post(conversation + "/messages"), 400, code);
        }
    }

    @Test
    void messageOfTenThousandAndOneCharacters_isRefused() {
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON).body(Map.of("text", "x".repeat(10_001)))
                .post(conversation + "/messages"), 400, "text_too_long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"visitor\":\"\"}|bad_visitor", "{\"visitor\":\"a\\u0000b\"}|bad_visitor",
            "{\"locale\":\"not a locale\"}|bad_locale", "{\"locale\":\"english\"}|bad_locale",
            "{\"locale\":\"de-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd\"}|bad_locale", "{\"page\":\"\\u0000\"}|bad_page",
            "{\"page\":\"javascript:alert(1)\"}|bad_page",
            "{\"attributes\":{\"a\":[\"\\u0000\"]}}|bad_attributes", "{} {}|bad_json", "{\"locale\":7}|bad_json",
            "{\"locale\":\"de\",\"locale\":\"en\"}|bad_json",
            "{\"attributes\":[]}|bad_json",
            "{\"tenant\":\"other\"}|bad_json"})
    void badOpening_isRefused(String body, String code) {
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON).body(body).post(PATH), 400, code);
    }

    @Test
    void openingOverItsLimits_isRefused() {
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON).body(Map.of("visitor", "x".repeat(201)))
                .post(PATH), 400, "bad_visitor");
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON)
                .body(Map.of("attributes", Map.of("x", "y".repeat(16_384)))).post(PATH), 400, "attributes_too_large");
    }

    @Test
    void bodyOverTheLimit_isRefused() {
        assertProblem(with(shop.apiKey()).contentType(ContentType.JSON)
                .body("{\"text\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").post(conversation + "/messages"), 413,
                "too_large");
    }

    @Test
    void otherMediaTypesAndMethods_areRefused() {
        assertProblem(with(shop.apiKey()).contentType(ContentType.XML).body("<a/>").post(PATH), 415,
                "unsupported_media_type");
        assertProblem(with(shop.apiKey()).accept("image/png").get(PATH), 406, "not_acceptable");
        assertProblem(with(shop.apiKey()).delete(conversation), 405, "method_not_allowed");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
