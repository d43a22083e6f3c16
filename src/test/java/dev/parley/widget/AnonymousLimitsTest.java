package dev.parley.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.BehindAProxy;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cost of strangers to a shop: with limits on, behind a trusted proxy. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class AnonymousLimitsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
    }

    private Response session(String from, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("tenant", shop.slug());
        return given().header("Origin", Shops.ORIGIN).header("X-Forwarded-For", from).contentType("application/json")
                .body(body).post("/v1/visitor/sessions");
    }

    @Test
    void tooManyNewVisitors_areRefusedForAWhile() {
        String token = session("203.0.113.1", Map.of()).path("token");
        session("203.0.113.1", Map.of()).then().statusCode(201);
        session("203.0.113.1", Map.of()).then().statusCode(201);

        session("203.0.113.1", Map.of()).then().statusCode(429).header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("Access-Control-Allow-Origin", Shops.ORIGIN).body("code", equalTo("rate_limited"));
        // A returning visitor is not affected, nor is another address, whatever header the first one sends.
        session("203.0.113.1", Map.of("token", token)).then().statusCode(201);
        session("203.0.113.2", Map.of()).then().statusCode(201);
        session("9.9.9.9, 203.0.113.1", Map.of()).then().statusCode(429);
    }

    @Test
    void floodingVisitor_getsRetryAfterAndFewModelCalls() {
        model.always(Reply.answer("They", " are", " free").firstAfter(50));
        try (VisitorClient noisy = VisitorClient.connect(site)) {
            noisy.hello(shops.visitor(shop).token(), 0);
            noisy.await("ready");
            List<UUID> sent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                sent.add(noisy.ask(QUESTION));
            }

            Awaitility.await().until(() -> noisy.all("error").size() + noisy.all("ack").size() == sent.size());
            assertThat(noisy.all("ack")).hasSizeBetween(5, 7);
            JsonNode refused = noisy.all("error").getLast();
            assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
            assertThat(refused.path("retryable").asBoolean()).isTrue();
            assertThat(refused.path("retry_after_s").asInt()).isPositive();
            assertThat(sent).extracting(UUID::toString).contains(refused.path("id").asText());
            Awaitility.await().until(() -> !noisy.all("answer.end").isEmpty());
        }
        assertThat(model.requests().size()).isLessThanOrEqualTo(5);
    }

    @Test
    void shopsRate_limitsAllItsVisitors() {
        shops.sql("UPDATE tenant SET limits = '{\"messages_per_minute\": 1}' WHERE id = ?", shop.id().value());
        try (VisitorClient anna = VisitorClient.connect(site); VisitorClient bo = VisitorClient.connect(site)) {
            anna.hello(shops.visitor(shop).token(), 0);
            bo.hello(shops.visitor(shop).token(), 0);
            anna.ask(QUESTION);
            anna.await("ack");

            bo.ask(QUESTION);

            assertThat(bo.awaitError("rate_limited").path("retry_after_s").asInt()).isBetween(1, 60);
        }
    }

    @Test
    void otherVisitorDuringAFlood_isAnswered() {
        try (VisitorClient noisy = VisitorClient.connect(site); VisitorClient quiet = VisitorClient.connect(site)) {
            noisy.hello(shops.visitor(shop).token(), 0).await("ready");
            for (int i = 0; i < 40; i++) {
                noisy.ask(QUESTION);
            }

            quiet.hello(shops.visitor(shop).token(), 0);
            quiet.ask(QUESTION);

            assertThat(quiet.await("answer.end").path("seq").asInt()).isEqualTo(2);
            assertThat(quiet.all("error")).isEmpty();
        }
    }

    @Test
    void tooManySockets_areRefusedBeforeTheyOpen() {
        try (VisitorClient first = VisitorClient.connect(site); VisitorClient second = VisitorClient.connect(site)) {
            first.hello(shops.visitor(shop).token(), 0).await("ready");
            second.hello(shops.visitor(shop).token(), 0).await("ready");

            assertThat(catchThrowable(() -> VisitorClient.connect(site).close())).isNotNull();
        }
        Awaitility.await().untilAsserted(() -> VisitorClient.connect(site).close());
    }
}
