package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open sockets when the operator suspends or deletes their shop. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SuspendedShopSocketTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = shops.open("conversations faq");
    }

    private RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + PostgresResource.OPERATOR_KEY)
                .contentType(ContentType.JSON);
    }

    private void suspend(boolean suspended) {
        operator().body(Map.of("suspended", suspended)).patch("/v1/operator/shops/" + shop.slug()).then()
                .statusCode(200);
    }

    private VisitorClient visitor(String locale) {
        Response session = given().contentType(ContentType.JSON).header("Origin", Shops.ORIGIN)
                .body(Map.of("tenant", shop.slug(), "locale", locale)).post("/v1/visitor/sessions");
        return VisitorClient.connect(site).hello(session.path("token"), 0);
    }

    @Test
    void aVisitorWhoWrites_isToldKindlyAndGetsNoAnswer() {
        try (VisitorClient anna = visitor("fr")) {
            suspend(true);

            UUID message = anna.ask("Bonjour ?");

            JsonNode told = anna.awaitError("shop_suspended");
            assertThat(told.path("detail").asText()).startsWith("Notre chat");
            assertThat(told.path("retryable").asBoolean()).isFalse();
            assertThat(anna.awaitClose().code()).isEqualTo(1008);
            assertThat(told.path("id").asText()).isIn(message.toString(), "");
        }
        assertThat(shops.column("SELECT seq FROM message WHERE tenant_id = ?", shop.id().value())).isEmpty();
        assertThat(shops.column("SELECT id FROM spend_call WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }

    @Test
    void aVisitorWhoWaits_isToldToo() {
        try (VisitorClient anna = visitor("en")) {
            operator().delete("/v1/operator/shops/" + shop.slug()).then().statusCode(202);

            assertThat(anna.awaitError("shop_suspended").path("detail").asText()).contains("paused");
            assertThat(anna.awaitClose().reason()).isEqualTo("shop_closed");
        }
    }

    @Test
    void aVisitorWhoComesBackWithAnOldToken_isToldToo() {
        String token = shops.visitor(shop).token();
        suspend(true);

        try (VisitorClient anna = VisitorClient.connect(site)) {
            anna.say(Map.of("type", "hello", "token", token, "since", 0));

            anna.awaitError("shop_suspended");
            assertThat(anna.awaitClose().code()).isEqualTo(1008);
        }
        suspend(false);
        try (VisitorClient anna = VisitorClient.connect(site)) {
            anna.hello(token, 0).pingPong();
        }
    }

    @Test
    void anAgent_readsAndDoesNotWrite() {
        ConsoleUser ada = shops.agent(shop, "administrator");
        UUID conversation = shops.conversation(shop).id();
        try (VisitorClient agent = VisitorClient.connectAgent(site, ConsoleUser.origin(), ada.cookie())) {
            agent.await("ready");
            suspend(true);

            agent.say(Map.of("type", "claim", "conversation", conversation.toString()));
            agent.awaitError("shop_suspended");
            agent.say(Map.of("type", "watch", "conversation", conversation.toString(), "since", 0));
            agent.pingPong();

            assertThat(agent.all("error")).hasSize(1);
        }
        assertThat(ada.asks().get("/v1/console/inbox").statusCode()).isEqualTo(200);
        assertProblem(ada.asks().contentType(ContentType.JSON)
                .body(Map.of("email", "bo@shop.example", "name", "Bo", "role", "agent")).post("/v1/console/agents"),
                403, "shop_suspended");
        assertThat(ada.asks().delete("/v1/console/session").statusCode()).isEqualTo(204);
    }

    @Test
    void anAgentOfADeletedShop_isSignedOut() {
        ConsoleUser ada = shops.agent(shop, "administrator");

        operator().delete("/v1/operator/shops/" + shop.slug()).then().statusCode(202);

        assertProblem(ada.asks().get("/v1/console/inbox"), 401, "unauthenticated");
        Response signIn = given().contentType(ContentType.JSON).header("X-Parley-Console", "1")
                .header("Origin", ConsoleUser.origin())
                .body(Map.of("email", ada.email(), "password", ConsoleUser.PASSWORD)).post("/v1/console/session");
        assertThat(signIn.statusCode()).isBetween(400, 401);
    }
}
