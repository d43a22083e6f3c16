package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ConversationResourceTest {
    private static final String PATH = "/v1/conversations";
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Shops shops;
    @Inject
    ObjectMapper json;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
    }

    @Test
    void newConversation_isWithTheBotAndKeepsWhatTheShopSays() {
        Response opened = request()
                .body(Map.of("visitor", "customer-7", "locale", "de", "page", "https://shop.example/p",
                        "attributes", Map.of("plan", "gold", "orders", List.of(1, 2))))
                .post(PATH);

        opened.then().statusCode(201)
                .header("Location", endsWith(PATH + "/" + opened.path("id")))
                .body("state", equalTo("with_bot")).body("epoch", equalTo(1)).body("last_seq", equalTo(0))
                .body("locale", equalTo("de")).body("page", equalTo("https://shop.example/p"))
                .body("attributes", equalTo(Map.of("plan", "gold", "orders", List.of(1, 2))))
                .body("created_at", notNullValue());
        request().get(PATH + "/" + opened.path("id")).then().statusCode(200)
                .body("", equalTo(opened.jsonPath().getMap("")));
    }

    @Test
    void localeHoweverSpelt_isShownAsItIsRightlyWritten() {
        request().body(Map.of("locale", "zh_hant_tw")).post(PATH).then().statusCode(201)
                .body("locale", equalTo("zh-Hant-TW"));
    }

    @Test
    void pageOfAMessage_isWhereTheVisitorIsNow() {
        String id = request().body(Map.of("page", "https://shop.example/shoes")).post(PATH).path("id");

        request().body(Map.of("text", "Thanks!", "page", "https://shop.example/jackets")).post(PATH + "/" + id
                + "/messages").then().statusCode(200);

        request().get(PATH + "/" + id).then().statusCode(200).body("page", equalTo("https://shop.example/jackets"));
    }

    @Test
    void conversationWithoutAnyWish_isForAnAnonymousVisitor() {
        String first = request().body("{}").post(PATH).then().statusCode(201).extract().path("visitor");

        request().post(PATH).then().statusCode(201).body("visitor", not(equalTo(first)));
    }

    @Test
    void sameCustomer_isTheSameVisitorWithinOneShop() {
        Map<String, String> wish = Map.of("visitor", "customer-7");
        String first = request().body(wish).post(PATH).path("visitor");
        String again = request().body(wish).post(PATH).path("visitor");
        String elsewhere = request(shops.open()).body(wish).post(PATH).path("visitor");

        assertThat(again).isEqualTo(first).isNotEqualTo(elsewhere);
    }

    @Test
    void conversations_areListedNewestFirstPageByPage() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.addFirst(open());
        }
        request(shops.open()).post(PATH);

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = request().queryParam("limit", 2);
            Response items = (cursor == null ? page : page.queryParam("cursor", cursor)).get(PATH);
            items.then().statusCode(200);
            listed.addAll(items.path("items.id"));
            cursor = items.path("next_cursor");
        } while (cursor != null);

        assertThat(listed).containsExactlyElementsOf(opened);
    }

    @Test
    void conversations_areListedByState() {
        open();
        String waiting = open();
        request().post(PATH + "/" + waiting + "/handoff").then().statusCode(200).body("state", equalTo("waiting"))
                .body("epoch", equalTo(2));

        request().queryParam("state", "waiting").get(PATH).then().statusCode(200)
                .body("items.id", contains(waiting)).body("next_cursor", nullValue());
    }

    @Test
    void wishForAPerson_isToldWithWhatIsOpen() {
        String conversation = open();
        request().get(PATH + "/" + conversation).then().body("handoff", nullValue());
        request().post(PATH + "/" + conversation + "/handoff");
        say(conversation, UUID.randomUUID(), "Hello?").then().statusCode(202);
        String other = open();

        request().get(PATH + "/" + conversation).then().statusCode(200).body("handoff.reason", equalTo("asked"))
                .body("handoff.by", equalTo("shop")).body("handoff.summary", nullValue());
        request().body(Map.of("reason", "wants a refund")).post(PATH + "/" + other + "/handoff").then().statusCode(200)
                .body("handoff.reason", equalTo("wants a refund")).body("handoff.by", equalTo("shop"));
    }

    @Test
    void question_isAnsweredInTheResponse() {
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        model.next(Reply.answer("30 ", "days [1]."));
        UUID id = UUID.randomUUID();

        say(open(), id, QUESTION).then().statusCode(200)
                .body("id", equalTo(id.toString())).body("question_seq", equalTo(1)).body("state", equalTo("with_bot"))
                .body("seq", equalTo(2)).body("author", equalTo("bot")).body("name", equalTo("Robin"))
                .body("text", equalTo("30 days [1].")).body("finish", equalTo("stop"))
                .body("sources", hasSize(1)).body("sources[0].question", equalTo(QUESTION))
                .body("at", notNullValue());
    }

    @Test
    void resentQuestion_getsTheSameAnswerForOneCall() {
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        model.always(Reply.answer("30 days"));
        UUID id = UUID.randomUUID();
        String conversation = open();

        Response first = say(conversation, id, QUESTION);
        Response again = say(conversation, id, QUESTION);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void questionInTheQueue_isAcceptedForAPerson() {
        String conversation = open();
        request().post(PATH + "/" + conversation + "/handoff");

        say(conversation, UUID.randomUUID(), "Hello?").then().statusCode(202)
                .body("state", equalTo("waiting")).body("question_seq", equalTo(2)).body("text", nullValue());
    }

    @Test
    void closedConversation_opensAgainWithAQuestion() {
        String conversation = open();
        request().post(PATH + "/" + conversation + "/close").then().statusCode(200).body("state", equalTo("closed"));
        request().post(PATH + "/" + conversation + "/close").then().statusCode(200).body("epoch", equalTo(2));

        say(conversation, UUID.randomUUID(), "Thanks!").then().statusCode(200)
                .body("state", equalTo("with_bot")).body("finish", equalTo("courtesy"));
    }

    @Test
    void messages_areListedFromWhereTheCallerStands() {
        String conversation = open();
        say(conversation, UUID.randomUUID(), "Hello");
        say(conversation, UUID.randomUUID(), "Thanks!");

        Response page = request().queryParam("since", 1).queryParam("limit", 2)
                .get(PATH + "/" + conversation + "/messages");

        page.then().statusCode(200).body("items.seq", contains(2, 3))
                .body("items.author", contains("bot", "visitor")).body("next_cursor", equalTo("3"));
        request().queryParam("cursor", "3").get(PATH + "/" + conversation + "/messages").then()
                .body("items.seq", contains(4)).body("next_cursor", nullValue());
    }

    @Test
    void attributesWithABackslash_comeBackAsTheyWent() {
        String conversation = request().body(Map.of("attributes", Map.of("a", "back\\u0000slash\\"))).post(PATH).then()
                .statusCode(201).body("attributes.a", equalTo("back\\u0000slash\\")).extract().path("id");

        request().get(PATH).then().statusCode(200).body("items[0].id", equalTo(conversation))
                .body("items[0].attributes.a", equalTo("back\\u0000slash\\"));
    }

    @Test
    void resentQuestionWhoseAnswerWasStopped_isNotWaitedFor() {
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        UUID id = UUID.randomUUID();
        String conversation = open();
        say(conversation, id, QUESTION);
        shops.sql("DELETE FROM message WHERE conversation_id = ? AND author = 'bot'", UUID.fromString(conversation));
        shops.sql("UPDATE conversation SET last_seq = 1 WHERE id = ?", UUID.fromString(conversation));

        say(conversation, id, QUESTION).then().statusCode(202).body("question_seq", equalTo(1)).body("text",
                nullValue());
    }

    @Test
    void answerAsAStream_isTheSocketsFrames() throws JsonProcessingException {
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        model.next(Reply.answer("30 ", "days\n\nfor 你."));
        UUID id = UUID.randomUUID();

        Response stream = request().accept("text/event-stream").body(Map.of("id", id.toString(), "text", QUESTION))
                .post(PATH + "/" + open() + "/messages");

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.contentType()).startsWith("text/event-stream");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        List<JsonNode> frames = frames(stream);
        assertThat(frames).extracting(frame -> frame.path("type").asText()).containsExactly("ack", "message",
                "answer.begin", "answer.delta", "answer.delta", "message", "answer.end");
        assertThat(frames.getFirst().path("id").asText()).isEqualTo(id.toString());
        assertThat(frames.get(5).path("text").asText()).isEqualTo("30 days\n\nfor 你.");
    }

    @Test
    void resentQuestionAsAStream_getsTheAnswerThatThereIs() throws JsonProcessingException {
        UUID id = UUID.randomUUID();
        String conversation = open();
        say(conversation, id, "Thanks!");

        Response stream = request().accept("text/event-stream").body(Map.of("id", id.toString(), "text", "Thanks!"))
                .post(PATH + "/" + conversation + "/messages");

        assertThat(frames(stream)).extracting(frame -> frame.path("type").asText()).containsExactly("ack", "message");
        assertThat(frames(stream).get(1).path("seq").asInt()).isEqualTo(2);
    }

    private List<JsonNode> frames(Response stream) throws JsonProcessingException {
        List<JsonNode> frames = new ArrayList<>();
        for (String line : stream.asString().lines().filter(each -> each.startsWith("data:")).toList()) {
            frames.add(json.readTree(line.substring("data:".length())));
        }
        return frames;
    }

    private String open() {
        return request().post(PATH).then().statusCode(201).extract().path("id");
    }

    private Response say(String conversation, UUID id, String text) {
        return request().accept(ContentType.JSON).body(Map.of("id", id.toString(), "text", text))
                .post(PATH + "/" + conversation + "/messages");
    }

    private RequestSpecification request() {
        return request(shop);
    }

    private static RequestSpecification request(Shop caller) {
        return given().header("Authorization", "Bearer " + caller.apiKey()).contentType(ContentType.JSON);
    }
}
