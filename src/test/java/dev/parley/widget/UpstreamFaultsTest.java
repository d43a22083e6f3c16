package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.FaultScript;
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
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All known faults of model servers, as a visitor at the socket sees them. Deadlines are shortened, not faked. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class UpstreamFaultsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String FAQ_ANSWER = "You have 30 days.";
    private static final int WALKS = 4;
    private static final int TURNS = 25;

    /**
     * script | stream: calls upstream, end | plain: the same. Ends: whole, faq, refused (text retracted), or the finish
     * with partial text.
     */
    private static final String SCRIPTS = """
            KEY_REFUSED          | 1 faq         | 1 faq
            REGION_REFUSED       | 1 faq         | 1 faq
            MODEL_GONE           | 1 faq         | 1 faq
            CONTEXT_TOO_LONG     | 2 faq         | 2 faq
            TOO_FAST             | 3 faq         | 3 faq
            QUOTA_SPENT          | 1 faq         | 1 faq
            SERVER_ERROR         | 3 faq         | 3 faq
            OVERLOADED           | 3 faq         | 3 faq
            RESET_BEFORE_HEADERS | 3 faq         | 3 faq
            RESET_AFTER_HEADERS  | 3 faq         | 3 faq
            STALL_BEFORE_TEXT    | 3 faq         | 3 faq
            STALL_AFTER_TEXT     | 2 interrupted | 3 faq
            NOT_JSON             | 1 faq         | 3 faq
            SPLIT_CHARACTERS     | 1 whole       | 1 whole
            NO_DONE              | 1 whole       | 1 whole
            ERROR_IN_STREAM      | 2 interrupted | 3 faq
            EMPTY_CHOICES        | 1 whole       | 1 faq
            CONTENT_FILTER       | 1 refused     | 1 refused
            CUT_AT_LENGTH        | 1 length      | 1 length
            HTML_PAGE            | 1 faq         | 1 faq
            SLOW_DRIP            | 2 interrupted | 3 faq
            """;

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
        shop = openShopWithEntry();
    }

    private Shop openShopWithEntry() {
        Shop opened = shops.open("admin");
        shops.addEntry(opened, QUESTION, FAQ_ANSWER);
        return opened;
    }

    static Stream<Arguments> scripts() {
        return SCRIPTS.lines().map(line -> line.split("\\|", -1)).flatMap(cells -> Stream.of(
                Arguments.of(FaultScript.valueOf(cells[0].strip()), false, cells[1].strip()),
                Arguments.of(FaultScript.valueOf(cells[0].strip()), true, cells[2].strip())));
    }

    @Test
    void table_leavesNoScriptOut() {
        assertThat(SCRIPTS.lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(Arrays.stream(FaultScript.values()).map(Enum::name).toList());
    }

    @ParameterizedTest(name = "{0}, plain: {1}, {2}")
    @MethodSource("scripts")
    void standingFault_endsForTheVisitorAsTheTableSays(FaultScript script, boolean plain, String expected) {
        boolean drips = script == FaultScript.SLOW_DRIP && !plain;
        bringLane(shop, model, plain, stalls(script) ? 300 : 3_000, drips ? 400 : 20_000);
        model.always(plain ? script.plain() : script.streamed());

        String end = ask(shop);

        assertThat(calls(script) + " " + end).isEqualTo(expected);
    }

    /**
     * A reset of a kept-alive connection may mean that it was closed before our request arrived, so it is retried at
     * once.
     */
    private int calls(FaultScript script) {
        int requests = model.stats().requests();
        return script == FaultScript.RESET_BEFORE_HEADERS ? Math.min(3, requests) : requests;
    }

    private static boolean stalls(FaultScript script) {
        return switch (script) {
            case STALL_BEFORE_TEXT, STALL_AFTER_TEXT, SLOW_DRIP -> true;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("brokenAfterText")
    void passingFaultAfterTheFirstWord_isReplacedByAWholeAnswer(FaultScript script) {
        bringLane(shop, model, false, 300, 20_000);
        model.next(script.streamed()).always(Reply.answer("Thirty ", "däys 👟"));

        try (VisitorClient visitor = connect(shop)) {
            visitor.ask(QUESTION);
            JsonNode end = visitor.await("answer.end");
            assertThat(end.path("attempt").asInt()).isEqualTo(2);
            assertThat(visitor.awaitMessage("bot", FaultScript.WHOLE).path("finish").asText()).isEqualTo("stop");
            assertThat(visitor.answerText(end.path("answer").asText())).isEqualTo(FaultScript.WHOLE);
            assertThat(visitor.all("answer.begin")).hasSize(2);
        }
    }

    static Stream<FaultScript> brokenAfterText() {
        return Stream.of(FaultScript.STALL_AFTER_TEXT, FaultScript.ERROR_IN_STREAM);
    }

    /** What one turn leaves behind (a spent retry budget, an open breaker) the next one meets. Four shops at once: turns mostly wait. */
    @Test
    void hundredFaultsInRandomOrder_leaveNoVisitorWithoutAnEnd() {
        long seed = Long.getLong("parley.test.seed", System.nanoTime());
        System.out.println("UpstreamFaultsTest: repeat with -Dparley.test.seed=" + seed);
        CompletableFuture<?>[] walks = LongStream.range(seed, seed + WALKS)
                .mapToObj(each -> CompletableFuture.runAsync(() -> walk(each), Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(walks).join();
    }

    private void walk(long seed) {
        Random order = new Random(seed);
        FaultScript[] scripts = FaultScript.values();
        Shop walked = openShopWithEntry();
        try (ScriptedModel upstream = ScriptedModel.start()) {
            for (int i = 0; i < TURNS; i++) {
                FaultScript script = scripts[order.nextInt(scripts.length)];
                boolean plain = order.nextBoolean();
                boolean standing = order.nextBoolean();
                bringLane(walked, upstream, plain, 300, 1_000);
                upstream.reset();
                upstream.next(plain ? script.plain() : script.streamed())
                        .always(standing
                                ? plain ? script.plain() : script.streamed()
                                : Reply.answer(FaultScript.WHOLE));

                String end = ask(walked);

                assertThat(end).as("seed %d, turn %d: %s, plain %s, standing %s", seed, i, script, plain, standing)
                        .isIn("whole", "faq", "refused", "length", "interrupted");
            }
        }
    }

    /** A new key has its own guards; the random run keeps its key. */
    private static void bringLane(Shop of, ScriptedModel upstream, boolean plain, int quietMillis, int totalMillis) {
        Map<String, Object> lane = Map.of("name", "main", "kind", "compatible", "base_url",
                upstream.baseUrl().toString(), "model", "gpt-3.5-turbo", "key", "sk-" + of.slug(), "parameters",
                Map.of("stream", !plain),
                "timeouts",
                Map.of("first_token_ms", quietMillis, "between_tokens_ms", quietMillis, "total_ms", totalMillis));
        RestAssured.given().header("Authorization", "Bearer " + of.apiKey()).contentType(ContentType.JSON)
                .body(Map.of("lanes", List.of(lane))).put("/v1/lanes").then().statusCode(200);
    }

    private VisitorClient connect(Shop of) {
        return VisitorClient.connect(site).hello(shops.visitor(of).token(), 0);
    }

    private String ask(Shop of) {
        try (VisitorClient visitor = connect(of)) {
            UUID id = visitor.ask(QUESTION);
            visitor.await("ack", frame -> frame.path("id").asText().equals(id.toString()));
            visitor.await("answer.end");
            JsonNode message = visitor.await("message", frame -> frame.path("author").asText().equals("bot"));
            return end(message.path("finish").asText(), message.path("text").asText());
        }
    }

    /** A partial text shown as complete matches none of the ends. */
    private static String end(String finish, String text) {
        return switch (finish) {
            case "stop" -> text.equals(FaultScript.WHOLE) ? "whole" : "half as whole: " + text;
            case "faq" -> text.equals(FAQ_ANSWER) ? "faq" : "other text as faq: " + text;
            case "content_filter" -> text.contains("Thir") ? "flagged text left: " + text : "refused";
            default -> text.isEmpty() ? "silence" : finish;
        };
    }

}
