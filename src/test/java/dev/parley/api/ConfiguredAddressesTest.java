package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import dev.parley.action.Action;
import dev.parley.action.ActionResult;
import dev.parley.action.Actions;
import dev.parley.action.DeclaredActions;
import dev.parley.platform.OutgoingGuard;
import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RebindingDns;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every address that a shop can configure and that Parley calls. None may lead into our own network, neither when saved
 * nor when used. The guard has its default settings here, while the rest of the suite may call loopback.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ConfiguredAddressesTest {
    @Inject
    Shops shops;
    @Inject
    Vertx vertx;
    @Inject
    DeclaredActions tools;
    @Inject
    Actions actions;
    private final HostileAddresses hostile = new HostileAddresses();
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("admin webhooks");
    }

    @AfterEach
    void close() {
        shops.sql("DELETE FROM webhook");
        hostile.close();
    }

    /** A field with the request that saves it. */
    private record Typed(String method, String path, Set<String> codes, Function<String, Object> body) {}

    private static List<Typed> all() {
        Set<String> hook = Set.of("bad_url", "address_refused");
        Set<String> action = Set.of("bad_tool", "address_refused");
        Set<String> lane = Set.of("bad_lane", "address_refused");
        Set<String> keySet = Set.of("bad_jwks", "jwks_unreadable");
        return List.of(
                new Typed("POST", "/v1/webhooks", hook, ConfiguredAddressesTest::webhook),
                new Typed("POST", "/v1/tools", action, ConfiguredAddressesTest::tool),
                new Typed("PUT", "/v1/identity", keySet, ConfiguredAddressesTest::identity),
                new Typed("PUT", "/v1/lanes", lane, ConfiguredAddressesTest::lanes));
    }

    private Response save(Typed field, String address) {
        return request().body(field.body().apply(address)).request(field.method(), field.path());
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private static Map<String, Object> webhook(String url) {
        return Map.of("url", url, "events", List.of("message.created"));
    }

    /** With a new name each time. */
    private static Map<String, Object> tool(String url) {
        return Map.of("name", "t" + UUID.randomUUID().toString().replace("-", ""), "description", "Looks up stock.",
                "url",
                url, "requires", "anonymous");
    }

    private static Map<String, Object> identity(String url) {
        return Map.of("mode", "optional", "audience", "parley", "jwks", Map.of("url", url, "alg", "RS256"));
    }

    private static Map<String, Object> lanes(String url) {
        return Map.of("lanes", List.of(Map.of("name", "main", "kind", "compatible", "base_url", url, "model",
                "gpt-3.5-turbo", "key", "sk-canary", "timeouts", Map.of("connect_ms", 500))));
    }

    private void guardAsShipped(OutgoingGuard.Names names) {
        QuarkusMock.installMockForType(new OutgoingGuard(vertx, false, names), OutgoingGuard.class);
    }

    private static boolean isRefusal(Response response, Set<String> codes) {
        return (response.statusCode() == 400 || response.statusCode() == 422)
                && response.contentType().startsWith("application/problem+json")
                && codes.stream().anyMatch(code -> response.asString().contains("\"code\":\"" + code + "\""));
    }

    @Test
    void hostileAddress_isRefusedInEverySettingAndNeverCalled() {
        guardAsShipped(HostileAddresses.NAMES);
        List<String> corpus = hostile.all();
        List<String> wrong = new ArrayList<>();

        for (Typed field : all()) {
            for (String address : corpus) {
                Response response = save(field, address);
                if (!isRefusal(response, field.codes())) {
                    wrong.add(field.path() + " " + address + " → " + response.statusCode() + response.asString());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(150);
        assertThat(hostile.connections()).isZero();
    }

    @Test
    void nameThatResolvesToLoopbackAfterTheCheck_isNotCalled() {
        for (Typed field : all()) {
            try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
                guardAsShipped(dns);

                int first = save(field, address()).statusCode();
                assertThat(dns.answered()).as("look-ups of %s", field.path()).isEqualTo(1);
                assertThat(first).as(field.path()).isIn(200, 201, 422);
                Response second = save(field, address());

                assertThat(isRefusal(second, field.codes())).as(field.path() + second.asString()).isTrue();
                assertThat(dns.answered()).as("look-ups of %s", field.path()).isEqualTo(2);
            }
        }
        assertThat(hostile.connections()).isZero();
    }

    private String address() {
        return "http://rebind.shop.example:" + hostile.port() + "/v1";
    }

    @Test
    void webhookWhoseNameResolvesToLoopbackLater_isNotSent() {
        try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            guardAsShipped(dns);
            Response saved = request().body(webhook(address())).post("/v1/webhooks");
            assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);

            Response test = request().post("/v1/webhooks/" + saved.path("id") + "/test");

            assertThat(test.<String>path("state")).isEqualTo("failed");
            assertThat(test.<List<String>>path("attempts.error")).containsExactly("refused");
            assertThat(hostile.connections()).isZero();
        }
    }

    @Test
    void actionWhoseNameResolvesToLoopbackLater_isNotCalled() {
        try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            guardAsShipped(dns);
            Response saved = request().body(tool(address())).post("/v1/tools");
            assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);
            Action tool = Shops.await(tools.get(shop.id(), UUID.fromString(saved.path("id"))));

            ActionResult result = Shops.await(actions.carryOut(tool, "{}", null, "once"));

            assertThat(result.outcome()).isEqualTo(ActionResult.Outcome.FAILED);
            assertThat(dns.answered()).isEqualTo(2);
            assertThat(hostile.connections()).isZero();
        }
    }
}
