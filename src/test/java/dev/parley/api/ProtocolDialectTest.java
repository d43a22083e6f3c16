package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.ProtocolDialect;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every dialect of {@link ProtocolDialect}, as a visitor at the socket, a shop over REST and an OpenAI client see it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ProtocolDialectTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String FAQ_ANSWER = "You have 30 days.";

    enum Door {
        SOCKET, REST, OPENAI
    }

    /** What one client received: the final text, and everything that was sent. */
    private record Heard(String text, String everything) {}

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    ObjectMapper json;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    /** Shared, since creating a shop takes longer than an answer. */
    @SuppressWarnings("NullAway.Init")
    private static Shop shop;
    private static int lanes;

    @BeforeEach
    void openShop() {
        model.reset();
        if (lanes == 0) {
            shop = shops.open("admin conversations faq");
            shops.addEntry(shop, QUESTION, FAQ_ANSWER);
        }
    }

    static Stream<Arguments> dialects() {
        return ProtocolDialect.all()
                .flatMap(dialect -> Stream.of(Door.values()).map(door -> Arguments.of(dialect, door)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("dialects")
    void dialect_isUnderstoodAndReasoningIsHidden(ProtocolDialect dialect, Door door) throws Exception {
        Instant begun = Instant.now();
        bringLane();
        dialect.script().accept(model);
        String expected = dialect.answered() ? ProtocolDialect.ANSWER : FAQ_ANSWER;

        Heard first = ask(door);
        int calls = model.stats().requests();
        // What was learnt belongs to the lane, whichever client asked.
        @Nullable
        Heard second = door == Door.SOCKET ? ask(door) : null;

        // An OpenAI stream cannot retract what it has already sent, so it ends with an error.
        boolean takenBack = door == Door.OPENAI && dialect.name().contains("begin like an answer");
        assertThat(first.text()).isEqualTo(takenBack ? "" : expected);
        assertThat(calls).isEqualTo(dialect.calls());
        if (!dialect.name().contains("begin like an answer")) {
            assertThat(first.everything()).doesNotContain(ProtocolDialect.SECRET);
        }
        if (second != null) {
            assertThat(second.text()).isEqualTo(expected);
            assertThat(model.stats().requests() - calls).isEqualTo(dialect.next());
            assertThat(second.everything()).doesNotContain(ProtocolDialect.SECRET);
        }
        assertThat(shops.column("SELECT text FROM message WHERE tenant_id = ? AND at >= CAST(? AS timestamptz)",
                shop.id().value(), begun.toString()).toString()).doesNotContain(ProtocolDialect.SECRET);
        assertThat(model.requests().getLast().body().toString()).doesNotContain(ProtocolDialect.SECRET);
    }

    private Heard ask(Door door) throws JsonProcessingException {
        return switch (door) {
            case SOCKET -> socket();
            case REST -> rest();
            case OPENAI -> openAi();
        };
    }

    private Heard socket() {
        try (VisitorClient visitor = VisitorClient.connect(site).impatient().hello(shops.visitor(shop).token(), 0)) {
            UUID id = visitor.ask(QUESTION);
            visitor.await("ack", frame -> frame.path("id").asText().equals(id.toString()));
            visitor.await("answer.end");
            JsonNode message = visitor.await("message", frame -> frame.path("author").asText().equals("bot"));
            return new Heard(message.path("text").asText(), visitor.heard().toString());
        }
    }

    private Heard rest() {
        String conversation = request().body("{}").post("/v1/conversations").path("id");
        Response answer = request().body(Map.of("text", QUESTION))
                .post("/v1/conversations/" + conversation + "/messages");
        return new Heard(answer.path("text"), answer.asString());
    }

    private Heard openAi() throws JsonProcessingException {
        String body = request()
                .body(Map.of("stream", true, "messages", List.of(Map.of("role", "user", "content", QUESTION))))
                .post("/openai/v1/chat/completions").asString();
        StringBuilder text = new StringBuilder();
        for (String line : body.lines().filter(each -> each.startsWith("data: {")).toList()) {
            JsonNode event = json.readTree(line.substring("data: ".length()));
            if (event.has("error")) {
                return new Heard("", body);
            }
            text.append(event.at("/choices/0/delta/content").asText(""));
        }
        return new Heard(text.toString(), body);
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    /** A lane with its own key has its own learnt state. The request includes every parameter that can be refused. */
    private void bringLane() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("temperature", 0.2);
        parameters.put("store_false", true);
        parameters.put("safety_identifier", true);
        Map<String, Object> lane = Map.of("name", "main", "kind", "compatible", "base_url", model.baseUrl().toString(),
                "model", "gpt-3.5-turbo", "key", "sk-lane-" + lanes++, "parameters", parameters);
        request().body(Map.of("lanes", List.of(lane))).put("/v1/lanes").then().statusCode(200);
    }
}
