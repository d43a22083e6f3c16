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

import dev.parley.platform.OutgoingGuard;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RebindingDns;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.tool.ActionResult;
import dev.parley.tool.Actions;
import dev.parley.tool.Tool;
import dev.parley.tool.Tools;
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
 * Every address that a shop can type and Parley calls. None leads into our own network, neither when it is saved nor when it is used. The
 * guard is as it is shipped, though this suite's own may call loopback.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class TypedAddressesTest {
    @Inject
    Shops shops;
    @Inject
    Vertx vertx;
    @Inject
    Tools tools;
    @Inject
    Actions actions;
    private final HostileAddresses hostile = new HostileAddresses();
    private Shop shop;
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        shop = shops.open("admin webhooks");
        administrator = shops.agent(shop, "administrator");
    }

    @AfterEach
    void close() {
        shops.sql("DELETE FROM webhook");
        hostile.close();
    }

    /** One field, and how it is saved. */
    private record Typed(String path, Set<String> codes, Function<String, Response> save) {}

    private List<Typed> all() {
        Set<String> lane = Set.of("bad_lane", "address_refused");
        Set<String> keySet = Set.of("bad_jwks", "jwks_unreadable");
        return List.of(
                new Typed("/v1/webhooks", Set.of("bad_url", "address_refused"), this::webhook),
                new Typed("/v1/tools", Set.of("bad_tool", "address_refused"), this::tool),
                new Typed("/v1/identity", keySet, url -> request().body(identity(url)).put("/v1/identity")),
                new Typed("/v1/lanes", lane, url -> request().body(lanes(url)).put("/v1/lanes")),
                new Typed("/v1/console/settings/identity", keySet,
                        url -> administrator.asks().body(identity(url)).put("/v1/console/settings/identity")),
                new Typed("/v1/console/lanes", lane,
                        url -> administrator.asks().body(lanes(url)).put("/v1/console/lanes")));
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private Response webhook(String url) {
        return request().body(Map.of("url", url, "events", List.of("message.created"))).post("/v1/webhooks");
    }

    private Response tool(String url) {
        return request().body(Map.of("name", "stock", "description", "Looks up what is in stock.", "url", url,
                "requires", "anonymous")).post("/v1/tools");
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
                && codes.contains(response.<String>path("code"));
    }

    @Test
    void hostileAddresses_areRefusedWhereverTheyAreTyped_andReachNobody() {
        guardAsShipped(HostileAddresses.NAMES);
        List<String> wrong = new ArrayList<>();
        int asked = 0;

        for (Typed field : all()) {
            for (String address : hostile.all()) {
                Response response = field.save().apply(address);
                asked++;
                if (!isRefusal(response, field.codes())) {
                    wrong.add(field.path() + " " + address + " → " + response.statusCode() + response.asString());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThanOrEqualTo(6 * 150);
        assertThat(hostile.connections()).isZero();
    }

    @Test
    void nameThatLeadsToLoopbackOnceChecked_reachesNobodyThere() {
        for (Typed field : all()) {
            try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
                guardAsShipped(dns);

                int first = field.save().apply(address()).statusCode();
                assertThat(dns.answered()).as("look-ups of %s", field.path()).isEqualTo(1);
                assertThat(first).as(field.path()).isIn(200, 201, 422);
                Response second = field.save().apply(address());

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
    void webhookWhoseNameTurnsToLoopback_isNotSent() {
        try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            guardAsShipped(dns);
            Response saved = webhook(address());
            assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);

            Response test = request().post("/v1/webhooks/" + saved.path("id") + "/test");

            assertThat(test.<String>path("state")).isEqualTo("failed");
            assertThat(test.<List<String>>path("attempts.error")).containsExactly("refused");
            assertThat(hostile.connections()).isZero();
        }
    }

    @Test
    void actionWhoseNameTurnsToLoopback_isNotCarriedOut() {
        try (RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            guardAsShipped(dns);
            Response saved = tool(address());
            assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);
            Tool tool = Shops.await(tools.get(shop.id(), UUID.fromString(saved.path("id"))));

            ActionResult result = Shops.await(actions.carryOut(tool, "{}", null, "once"));

            assertThat(result.outcome()).isEqualTo(ActionResult.Outcome.FAILED);
            assertThat(dns.answered()).isEqualTo(2);
            assertThat(hostile.connections()).isZero();
        }
    }
}
