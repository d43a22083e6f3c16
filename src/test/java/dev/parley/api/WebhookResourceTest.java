package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ClosedPort;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.HookReceiver;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class WebhookResourceTest {
    private static final String PATH = "/v1/webhooks";

    @Inject
    Shops shops;
    private final HookReceiver receiver = new HookReceiver();
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("webhooks");
    }

    @AfterEach
    void nothingStaysDue() {
        shops.sql("DELETE FROM webhook");
        receiver.close();
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private Response create() {
        return create(receiver.url());
    }

    private Response create(Object url) {
        return request().body(Map.of("url", url, "events", List.of("message.created"))).post(PATH);
    }

    private String created() {
        return PATH + "/" + create().path("id");
    }

    @Test
    void secret_isShownOnceAndLiesSealed() {
        Response created = create();

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        String secret = created.path("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("Location")).isEqualTo(PATH + "/" + created.path("id"));
        assertThat(request().get(created.header("Location")).asString()).doesNotContain("whsec_").doesNotContain(
                "sealed");
        assertThat(request().get(PATH).<List<String>>path("items.id")).containsExactly(created.<String>path("id"));
        assertThat(shops.column("SELECT sealed_secret FROM webhook WHERE tenant_id = ?", shop.id().value()))
                .hasSize(1).noneMatch(sealed -> sealed.contains(secret.substring(6)));
    }

    @Test
    void webhook_canBeChangedPausedResumedAndRemoved() {
        String path = created();

        Response changed = request()
                .body(Map.of("url", receiver.url(), "events", List.of("faq.unanswered", "conversation.closed")))
                .put(path);
        assertThat(changed.<List<String>>path("events")).containsExactly("conversation.closed", "faq.unanswered");
        assertThat(request().post(path + "/pause").<String>path("paused.reason")).isEqualTo("by_hand");
        assertThat(request().post(path + "/resume").<Object>path("paused")).isNull();
        assertThat(request().delete(path).statusCode()).isEqualTo(204);
        assertProblem(request().get(path), 404, "not_found");
    }

    /** Two administrators, or an administrator and an API key. */
    @Test
    void changeOfWhatAnotherHasChanged_isRefused() {
        String path = created();
        ConsoleUser administrator = shops.agent(shop, "administrator");
        String seen = administrator.asks().get(path).header("ETag");
        Map<String, ?> theirs = Map.of("url", receiver.url(), "events", List.of("faq.unanswered"));
        Map<String, ?> own = Map.of("url", receiver.url(), "events", List.of("conversation.closed"));

        Response first = request().header("If-Match", seen).body(theirs).put(path);
        Response second = administrator.asks().header("If-Match", seen).body(own).put(path);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        Response now = request().get(path);
        assertThat(now.<List<String>>path("events")).containsExactly("faq.unanswered");
        assertThat(now.header("ETag")).isEqualTo(first.header("ETag")).isNotEqualTo(seen);
        // A delivery does not count as a change of the settings.
        request().post(path + "/test");
        assertThat(administrator.asks().header("If-Match", first.header("ETag")).body(own).put(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void test_isSentAtOnceAndTellsWhatCameOfIt() {
        String path = created();

        Response tested = request().post(path + "/test");

        assertThat(tested.statusCode()).as(tested.asString()).isEqualTo(200);
        assertThat(tested.<String>path("event")).isEqualTo("webhook.test");
        assertThat(tested.<String>path("state")).isEqualTo("delivered");
        assertThat(tested.<List<Integer>>path("attempts.status")).containsExactly(200);
        assertThat(tested.<List<String>>path("attempts.response")).containsExactly("thank you");
        assertThat(receiver.heard()).hasSize(1);
        assertThat(receiver.heard().getFirst().id()).isEqualTo(tested.path("id"));
        assertThat(receiver.heard().getFirst().body()).isEqualTo(tested.path("body"));
    }

    @Test
    void failedTest_isToldAndNotRepeated() {
        try (ClosedPort closed = new ClosedPort()) {
            String path = PATH + "/" + create(closed.url() + "/hook").path("id");

            Response tested = request().post(path + "/test");

            assertThat(tested.<String>path("state")).isEqualTo("failed");
            assertThat(tested.<List<String>>path("attempts.error")).containsExactly("unreachable");
            assertThat(request().get(path).<Integer>path("failures")).isZero();
        }
    }

    @Test
    void log_isPagedNewestFirstAndRedeliveryKeepsTheId() {
        String path = created();
        for (int i = 0; i < 5; i++) {
            request().post(path + "/test");
        }

        Response first = request().get(path + "/deliveries?limit=3");
        Response rest = request().get(path + "/deliveries?limit=3&cursor=" + first.path("next_cursor"));

        assertThat(first.<List<?>>path("items")).hasSize(3);
        assertThat(rest.<List<?>>path("items")).hasSize(2);
        assertThat(rest.<Object>path("next_cursor")).isNull();
        assertThat(request().get(path + "/deliveries?state=failed").<List<?>>path("items")).isEmpty();
        assertProblem(request().get(path + "/deliveries?cursor=-!"), 400, "bad_cursor");
        String newest = first.path("items[0].id");
        Response again = request().post(path + "/deliveries/" + newest + "/redeliver");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("id")).isEqualTo(newest);
        assertThat(again.<String>path("state")).isEqualTo("pending");
        assertThat(request().get(path + "/deliveries/" + newest).<Integer>path("attempt_count")).isEqualTo(1);
    }

    @Test
    void rotation_showsTheNewSecretAndHowLongTheOldOneSigns() {
        Response created = create();

        Response rotated = request().post(PATH + "/" + created.path("id") + "/rotate-secret");

        assertThat(rotated.header("Cache-Control")).isEqualTo("no-store");
        assertThat(rotated.<String>path("secret")).startsWith("whsec_").isNotEqualTo(created.path("secret"));
        assertThat(rotated.<String>path("former_secret_until")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"'{\"events\":[\"message.created\"]}', bad_url",
            "'{\"url\":\"ftp://shop.example/\",\"events\":[\"message.created\"]}', bad_url",
            "'{\"url\":\"https://u:p@shop.example/\",\"events\":[\"message.created\"]}', bad_url",
            "'{\"url\":\"https://shop.example:22/\",\"events\":[\"message.created\"]}', bad_url",
            "'{\"url\":\"https://shop.example/\",\"events\":[]}', bad_events",
            "'{\"url\":\"https://shop.example/\"}', bad_events",
            "'{\"url\":\"https://shop.example/\",\"events\":[\"message.deleted\"]}', bad_events",
            "'{\"url\":\"https://shop.example/\",\"events\":[null]}', bad_events",
            "'{\"url\":\"https://shop.example/\",\"events\":[\"message.created\"],\"colour\":1}', bad_json",
            "'[]', bad_json", "'', bad_json"})
    void wrongShape_isRefusedByItsField(String body, String code) {
        assertProblem(request().body(body).post(PATH), 400, code);
        assertThat(request().get(PATH).<List<?>>path("items")).isEmpty();
    }

    @Test
    void hostThatIsNotThere_isRefused() {
        assertProblem(request().body(Map.of("url", "https://nowhere.invalid/", "events", List.of("message.created")))
                .post(PATH), 422, "address_refused");
    }

    @Test
    void twentyWebhooks_areEnough() {
        for (int i = 0; i < 20; i++) {
            assertThat(create().statusCode()).isEqualTo(201);
        }

        assertProblem(create(), 409, "too_many_webhooks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/deliveries", "/deliveries/{delivery}"})
    void anotherShopsWebhook_looksLikeNone(String more) {
        String path = created() + more.replace("{delivery}", UUID.randomUUID().toString());
        shop = shops.open("webhooks");

        assertProblem(request().get(path), 404, "not_found");
        assertProblem(request().get(PATH + "/" + UUID.randomUUID() + more.replace("{delivery}", "x")), 404,
                "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pause", "/resume", "/rotate-secret", "/test", "/deliveries/{delivery}/redeliver"})
    void anotherShop_changesNothing(String verb) {
        String path = created();
        String delivery = request().post(path + "/test").path("id");
        String before = request().get(path).asString();
        Shop owner = shop;
        shop = shops.open("webhooks");

        assertProblem(request().post(path + verb.replace("{delivery}", delivery)), 404, "not_found");
        assertProblem(request().delete(path), 404, "not_found");

        shop = owner;
        assertThat(request().get(path).asString()).isEqualTo(before);
    }

    @Test
    void keyWithoutTheScope_seesAndChangesNothing() {
        String path = created();
        shop = new Shop(shop.id(), shop.slug(),
                shops.addKey(shop.id(), "conversations faq visitors usage admin", null));

        assertProblem(request().get(PATH), 403, "scope_missing");
        assertProblem(request().get(path + "/deliveries"), 403, "scope_missing");
        assertProblem(create(), 403, "scope_missing");
        assertProblem(given().get(PATH), 401, "unauthenticated");
    }
}
