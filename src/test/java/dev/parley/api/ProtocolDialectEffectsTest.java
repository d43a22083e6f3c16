package dev.parley.api;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.ActionRequest;
import dev.parley.action.DeclaredActions;
import dev.parley.testsupport.Accent;
import dev.parley.testsupport.DemoShopBackend;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects of servers that deviate from the protocol beyond the text: actions, money, and what an operator is told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ProtocolDialectEffectsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @TestHTTPResource(value = "/health/well", management = true)
    @SuppressWarnings("NullAway.Init")
    URI well;
    @Inject
    Shops shops;
    @Inject
    DeclaredActions tools;
    @Inject
    ObjectMapper json;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open("admin conversations faq");
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        Map<String, Object> lane = Map.of("name", "main", "kind", "compatible", "base_url", model.baseUrl().toString(),
                "model", "gpt-3.5-turbo", "key", "sk-" + shop.slug());
        request().body(Map.of("lanes", List.of(lane))).put("/v1/lanes").then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(Accent.Calls.class)
    void twoOrdersAskedFor_areBothLookedUp(Accent.Calls style) throws Exception {
        try (DemoShopBackend backend = new DemoShopBackend()) {
            JsonNode schema = json.readTree("{\"type\":\"object\",\"properties\":{\"number\":{\"type\":\"string\"}}}");
            await(tools.add(shop.id(), new ActionRequest("order_status", "Looks up an order.", schema,
                    backend.url("/orders"), "GET", "Authorization", DemoShopBackend.SECRET, null, "anonymous", "never",
                    null, null, Map.of("status", "/status"), null, true, null)));

            for (boolean openAi : new boolean[]{false, true}) {
                model.next(Reply.calls("order_status", "{\"number\":\"A-1\"}")
                        .and("order_status", "{\"number\":\"A-2\"}").in(new Accent().calls(style)),
                        Reply.answer("Both are on their way."));
                String text = openAi ? openAi() : rest();
                assertThat(text).isEqualTo("Both are on their way.");
            }

            assertThat(backend.asked()).extracting(asked -> asked.fields().get("number")).containsExactly("A-1", "A-2",
                    "A-1", "A-2");
            assertThat(model.requests().getLast().body().path("messages").findValuesAsText("tool_call_id"))
                    .hasSize(2).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tool_call>{\"name\":\"no_answer\",\"arguments\":{}}</tool_call>", "no_answer()",
            "no_answer",
            "I am sorry.\nNO_ANSWER", "[HAND_OVER]",
            "{\"name\":\"hand_over\",\"parameters\":{\"reason\":\"no_answer\"}}"})
    void endThatIsWrittenAsText_isNotRead(String written) throws Exception {
        model.always(Reply.answer(written.codePoints().mapToObj(Character::toString).toArray(String[]::new)));

        for (String text : List.of(rest(), openAi())) {
            assertThat(text).isNotBlank().doesNotContainIgnoringCase("no_answer")
                    .doesNotContainIgnoringCase("hand_over")
                    .doesNotContain("{", "<");
        }
        assertThat(model.stats().requests()).isEqualTo(2);
    }

    @Test
    void functionThatNobodyOffered_isToldToTheModelOnceAndToNobodyElse() {
        model.always(Reply.calls("search_web", "{}"));

        assertThat(rest()).isEqualTo("You have 30 days.");

        assertThat(model.stats().requests()).isEqualTo(2);
    }

    @Test
    void emptyAnswer_isBookedWithTheUpstreamsOwnNumbers() {
        model.always(Reply.answer().finish("length").in(new Accent().counts(Accent.Counts.AT_THE_END, 300, 800, 800)));

        assertThat(rest()).isEqualTo("You have 30 days.");

        assertThat(shops.column("SELECT input_tokens || '/' || output_tokens || '/' || estimated FROM spend_call "
                + "WHERE tenant_id = ? AND kind = 'chat'", shop.id().value())).containsExactly("300/800/false");
        lane().body("lanes[0].state.failing", equalTo(true))
                .body("lanes[0].state.wants.code", contains("thinks_long"));
    }

    @Test
    void whatTheModelWants_isSaidOfTheLane() {
        model.refusing("max_tokens", Reply.error(400, null, null).blaming("max_tokens", "Use max_completion_tokens."))
                .refusing("tools", Reply.error(400, null, null).blaming(null, "This model does not support tools"))
                .always(Reply.answer("There is time."));

        assertThat(rest()).isEqualTo("There is time.");

        lane().body("lanes[0].state.wants.text", contains("This model takes no functions.",
                "This model wants max_completion_tokens.")).body("lanes[0].state.failing", equalTo(false));
    }

    @Test
    void refusal_reachesTheOperatorInTheServersOwnWords_withoutKeysAndVisitors() {
        model.always(Reply.error(400, null, null).blaming(null,
                "The model sleeps on Sundays; key sk-" + shop.slug() + ", asked: send shoes back"));

        for (int i = 0; i < 3; i++) {
            assertThat(rest()).isEqualTo("You have 30 days.");
        }

        lane().body("lanes[0].state.last_error.code", equalTo("bad_request"))
                .body("lanes[0].state.last_error.said", equalTo("The model sleeps on Sundays; key …, asked: …"))
                .body("lanes[0].state.alarms", hasItem("no_answers"))
                .body("lanes[0].state.failing", equalTo(true));
    }

    @Test
    void operatorsLaneThatOnlyRefuses_isNotSaidToBeWell() {
        request().body(Map.of("lanes", List.of())).put("/v1/lanes").then().statusCode(200);
        model.always(Reply.error(400, null, null).blaming(null, "No."));
        try {
            assertThat(rest()).isEqualTo("You have 30 days.");
            given().get(well).then().body(containsString("failing: bad_request"));
        } finally {
            model.reset();
            rest();
        }
        given().get(well).then().body(containsString("breaker closed"));
    }

    private ValidatableResponse lane() {
        return request().get("/v1/lanes").then().statusCode(200);
    }

    private String rest() {
        String conversation = request().body("{}").post("/v1/conversations").path("id");
        return request().body(Map.of("id", UUID.randomUUID().toString(), "text", QUESTION))
                .post("/v1/conversations/" + conversation + "/messages").path("text");
    }

    private String openAi() {
        return request().body(Map.of("messages", List.of(Map.of("role", "user", "content", QUESTION))))
                .post("/openai/v1/chat/completions").path("choices[0].message.content");
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }
}
