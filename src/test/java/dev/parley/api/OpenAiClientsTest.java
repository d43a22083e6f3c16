package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat programs at `/openai/v1`: they send the whole chat each time, and ask for titles and tags in between. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class OpenAiClientsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String ANSWER = "There is plenty of time [1].";
    private static final String TITLE = "### Task:\nGive this chat a title, as JSON {\"title\": \"…\"}.\n### Chat History:\nUSER: "
            + QUESTION + "\nASSISTANT: " + ANSWER;

    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        model.always(Reply.answer("There is plenty ", "of time [1]."));
        shop = shops.open("admin conversations faq");
        shops.addEntry(shop, QUESTION, "You have 30 days.");
    }

    private static Map<String, Object> user(Object content) {
        return Map.of("role", "user", "content", content);
    }

    private static Map<String, Object> assistant(Object content) {
        return Map.of("role", "assistant", "content", content);
    }

    private Response post(Map<String, ?> fields, Map<String, String> headers, List<?> messages) {
        Map<String, Object> body = new java.util.HashMap<>(fields);
        body.put("messages", messages);
        return given().header("Authorization", "Bearer " + shop.apiKey()).headers(headers)
                .contentType(ContentType.JSON).body(body).post("/openai/v1/chat/completions");
    }

    private List<String> visitorsLines() {
        return shops.column("SELECT text FROM message WHERE tenant_id = ? AND author = 'visitor' ORDER BY at, seq",
                shop.id().value());
    }

    private long conversations() {
        return shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value()).size();
    }

    /** Ways to tell chats apart, in the body or the headers; the last one sends none. */
    static Stream<Map.Entry<Map<String, ?>, Map<String, String>>> signs() {
        return Stream.of(Map.entry(Map.of(), Map.of("X-OpenWebUI-Chat-Id", "c-1")),
                Map.entry(Map.of(), Map.of("X-Conversation-Id", "c-1")),
                Map.entry(Map.of("metadata", Map.of("chat_id", "c-1", "features", Map.of("x", true))), Map.of()),
                Map.entry(Map.of("conversation_id", "c-1"), Map.of()), Map.entry(Map.of("chatId", 17), Map.of()),
                Map.entry(Map.of("prompt_cache_key", "c-1"), Map.of()),
                Map.entry(Map.of("user", "customer-1"), Map.of()),
                Map.entry(Map.of("user", Map.of("id", "u-1", "name", "Anna")), Map.of()),
                Map.entry(Map.of(), Map.of("X-OpenWebUI-User-Id", "u-1")), Map.entry(Map.of(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("signs")
    void chatWithTitlesBetween_isOneConversationWithoutThem(Map.Entry<Map<String, ?>, Map<String, String>> sign) {
        for (boolean stream : new boolean[]{true, false}) {
            Map<String, Object> fields = new java.util.HashMap<>(sign.getKey());
            fields.put("stream", stream);
            List<Object> chat = new ArrayList<>(List.of(user(QUESTION + (stream ? "" : " Please."))));
            String first = post(fields, sign.getValue(), chat).header("Parley-Conversation");
            Response title = post(fields, sign.getValue(), List.of(user(TITLE)));
            chat.addAll(List.of(assistant(ANSWER), user("And if they are worn?")));
            String second = post(fields, sign.getValue(), chat).header("Parley-Conversation");
            chat.addAll(List.of(assistant(List.of(Map.of("type", "text", "text", ANSWER))), user("And abroad?")));
            String third = post(fields, sign.getValue(), chat).header("Parley-Conversation");

            assertThat(List.of(second, third)).containsOnly(first);
            assertThat(title.statusCode()).isEqualTo(200);
            assertThat(title.header("Parley-Conversation")).isNull();
            assertThat(title.asString()).contains("How long do I have to")
                    .contains(stream ? "[DONE]" : "\"stop\"");
        }
        assertThat(visitorsLines()).containsExactly(QUESTION, "And if they are worn?", "And abroad?",
                QUESTION + " Please.", "And if they are worn?", "And abroad?");
        assertThat(model.requests()).noneMatch(request -> request.body().toString().contains("### Task"));
    }

    @Test
    void otherChats_areOtherConversations() {
        String first = post(Map.of(), Map.of("X-OpenWebUI-Chat-Id", "c-1"), List.of(user(QUESTION)))
                .header("Parley-Conversation");

        for (Map<String, String> headers : List.of(Map.of("X-OpenWebUI-Chat-Id", "c-2"), Map.<String, String>of(),
                Map.of("X-OpenWebUI-Chat-Id", "c-1", "X-OpenWebUI-User-Id", "somebody-else"),
                Map.of("X-Chat-Id", "{{LIBRECHAT_BODY_CONVERSATIONID}}"))) {
            assertThat(post(Map.of(), headers, List.of(user(QUESTION), assistant(ANSWER), user("And abroad?")))
                    .header("Parley-Conversation")).isNotEqualTo(first);
        }
    }

    @Test
    void picturesAndToolsOfBefore_areNoError() {
        Response answer = post(Map.of(), Map.of(), List.of(
                user(List.of(Map.of("type", "text", "text", "What is wrong with this shoe?"),
                        Map.of("type", "image_url", "image_url", Map.of("url", "data:image/png;base64,iVBORw0KGgo=")))),
                assistant("I cannot see pictures."),
                user(List.of(Map.of("type", "image_url", "image_url", Map.of("url", "https://x.example/1.png")))),
                Map.of("role", "assistant", "tool_calls", List.of()),
                Map.of("role", "tool", "tool_call_id", "x", "content", "{}"),
                Map.of("role", "function", "name", "f", "content", "{}"), user("x".repeat(20_000)),
                user(List.of(Map.of("type", "text", "text", QUESTION), Map.of("type", "image_url", "image_url",
                        Map.of("url", "data:image/png;base64,iVBORw0KGgo=")))),
                Map.of("role", "system", "content", "Be brief.")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("choices[0].message.content")).isEqualTo(ANSWER);
        assertThat(visitorsLines()).containsExactly("What is wrong with this shoe?", QUESTION);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handoff_stays(boolean named) {
        Map<String, String> headers = named ? Map.of("X-OpenWebUI-Chat-Id", "c-1") : Map.of();
        List<Object> chat = new ArrayList<>(List.of(user("I want to talk to a person")));
        Response first = post(Map.of(), headers, chat);
        String conversation = first.header("Parley-Conversation");
        given().header("Authorization", "Bearer " + shop.apiKey())
                .post("/v1/conversations/" + conversation + "/handoff");
        chat.addAll(List.of(assistant(first.path("choices[0].message.content")), user("Are you there?")));

        Response second = post(Map.of(), headers, chat);

        assertThat(second.header("Parley-Conversation")).isEqualTo(conversation);
        assertThat(second.<String>path("metadata.state")).isEqualTo("waiting");
        assertThat(conversations()).isEqualTo(1);
    }

    /**
     * Two visitors with the same words cannot be told apart, so neither may join the other's conversation with an
     * agent.
     */
    @Test
    void twoWhoSaidTheSame_doNotShareAPerson() {
        List<Object> chat = new ArrayList<>(List.of(user("I want to talk to a person")));
        for (int i = 0; i < 2; i++) {
            String conversation = post(Map.of(), Map.of(), chat).header("Parley-Conversation");
            given().header("Authorization", "Bearer " + shop.apiKey())
                    .post("/v1/conversations/" + conversation + "/handoff");
        }
        chat.addAll(List.of(assistant("One moment."), user("My order is late")));

        post(Map.of(), Map.of(), chat);

        assertThat(conversations()).isEqualTo(3);
    }

    @Test
    void questionOfTheClients_leavesNothingBehind() {
        post(Map.of(), Map.of(), List.of(user(TITLE)));
        post(Map.of("tools", List.of(Map.of("type", "function")), "response_format", Map.of("type", "json_object")),
                Map.of(), List.of(user(TITLE))).then().statusCode(200);

        post(Map.of(), Map.of(), List.of(user(QUESTION), assistant(ANSWER),
                Map.of("role", "system", "content", "Sum the discussion up in 200 words at most.")))
                .then().statusCode(200);
        post(Map.of(), Map.of(), List.of(Map.of("role", "system", "content",
                "Write a title of five words for this conversation, no quotes.\n\nUser: " + QUESTION)))
                .then().statusCode(200);
        post(Map.of(), Map.of(), List.of(user("Name this conversation, nothing else.\n\nUser: "
                + QUESTION + "\nAssistant: " + "There is time. ".repeat(1_000)))).then().statusCode(200);

        assertThat(conversations()).isZero();
        assertThat(model.requests()).isEmpty();
        assertThat(shops.column("SELECT id FROM spend_call WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }

    /** Suggested follow-up questions are questions that the shop has answers to. */
    @Test
    void followUps_areQuestionsOfTheShops() {
        shops.addEntry(shop, "Who pays for sending shoes back?", "We do.");

        Response next = post(Map.of(), Map.of(), List.of(user(
                "Based on this conversation suggest follow-up questions, as a JSON array of strings and nothing else.\n\nUser: "
                        + QUESTION + "\nAssistant: " + ANSWER)));

        assertThat(next.<String>path("choices[0].message.content"))
                .isEqualTo("[\"Who pays for sending shoes back?\"]");
        assertThat(conversations()).isZero();
    }
}
