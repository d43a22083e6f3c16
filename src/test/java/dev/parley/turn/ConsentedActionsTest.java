package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.ActionRequest;
import dev.parley.action.DeclaredActions;
import dev.parley.conversation.Author;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.handoff.Handoffs;
import dev.parley.testsupport.DemoShopBackend;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between a visitor's confirmation and the result: the action runs once, and everybody gets the result. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ConsentedActionsTest {
    private static final String A7 = "{\"number\":\"A-7\"}";
    private static final String A8 = "{\"number\":\"A-8\"}";
    private static final String UNCERTAIN = "I cannot say for certain whether this was done: Cancels an order. (number: A-7)";

    @Inject
    Turns turns;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Handoffs handoffs;
    @Inject
    DeclaredActions tools;
    @Inject
    Shops shops;
    @Inject
    ObjectMapper json;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private final DemoShopBackend backend = new DemoShopBackend();
    private Shop shop;
    private UUID conversation = new UUID(0, 0);

    @BeforeEach
    void openShop() throws JsonProcessingException {
        model.reset();
        shop = shops.open();
        Shops.Guest guest = shops.visitor(shop);
        shops.sql("UPDATE visitor SET external_id = ? WHERE id = ?", "c-1", guest.visitor().id());
        conversation = shops.conversation(shop, guest).id();
        declare("cancel_order", "Cancel order {number}?", false, 5_000);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    private void declare(String name, @Nullable String question, boolean idempotent, int timeout)
            throws JsonProcessingException {
        JsonNode schema = json.readTree("""
                {"type":"object","properties":{"number":{"type":"string"}},"required":["number"]}""");
        await(tools.add(shop.id(), new ActionRequest(name, "Cancels an order.", schema, backend.url("/cancel"), "POST",
                "Authorization", DemoShopBackend.SECRET, timeout, "verified", "visitor", question, null,
                Map.of("number", "/number"), null, true, idempotent)));
    }

    private long last() {
        return await(conversations.get(shop.id(), conversation)).lastSeq();
    }

    private void say(String text) {
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    /** Sends the text and waits for the bot's answer. */
    private Message ask(String text) {
        long before = last();
        say(text);
        return answers(before, 1).getFirst();
    }

    private List<Message> answers(long since, int count) {
        Awaitility.await().until(() -> answers(since).size() >= count);
        return answers(since);
    }

    private List<Message> answers(long since) {
        return lines(since).stream().filter(message -> message.author() == Author.BOT).toList();
    }

    private List<Message> lines(long since) {
        return await(conversations.messagesSince(shop.id(), conversation, since, 50));
    }

    private String toModel() {
        return model.requests().stream().map(Received::body).map(JsonNode::toString).reduce("", String::concat);
    }

    private String state() {
        return await(conversations.get(shop.id(), conversation)).state().wire();
    }

    private List<String> outcomes() {
        return shops.column("SELECT state || coalesce(' ' || outcome, '') FROM action_call WHERE conversation_id = ?"
                + " ORDER BY place", conversation);
    }

    /** The model calls the cancellation, and the visitor is asked to confirm. */
    private void askToCancel() {
        model.next(Reply.calls("cancel_order", A7));
        assertThat(ask("Please cancel my order A-7").text()).isEqualTo("Cancel order A-7?");
    }

    // ---- confirmation and execution

    @Test
    void twoCallsInOneRound_areBothAskedAboutBothDoneAndBothTold() {
        model.next(Reply.calls("cancel_order", A7).and("cancel_order", A8), Reply.answer("Both are cancelled."));

        assertThat(ask("Cancel my orders A-7 and A-8").text()).isEqualTo("Cancel order A-7?\n\nCancel order A-8?");
        assertThat(backend.asked()).isEmpty();

        assertThat(ask("yes").text()).isEqualTo("Both are cancelled.");
        assertThat(backend.asked()).extracting(asked -> asked.fields().get("number")).containsExactly("A-7", "A-8");
        assertThat(model.requests().getLast().body().path("messages").findValuesAsText("tool_call_id"))
                .hasSize(2).doesNotHaveDuplicates();
        assertThat(outcomes()).containsExactly("ended done", "ended done");
        assertThat(
                shops.column("SELECT evidence FROM answer WHERE conversation_id = ? ORDER BY started_at DESC LIMIT 1",
                        conversation).getFirst())
                .contains("A-7", "A-8", "\"outcome\":\"done\"");
    }

    @Test
    void oneOfTwoThatFails_leavesTheOtherDone() {
        model.next(Reply.calls("cancel_order", "{\"number\":\"Z-1\"}").and("cancel_order", A8),
                Reply.answer("I could only cancel the second one."));
        ask("Cancel my orders Z-1 and A-8");

        assertThat(ask("yes").text()).isEqualTo("I could only cancel the second one.");

        assertThat(outcomes()).containsExactly("ended not_found", "ended done");
        assertThat(backend.done()).hasSize(1);
    }

    @Test
    void questionOfOurOwn_namesEveryCallWithItsArguments() throws JsonProcessingException {
        declare("send_back", null, false, 5_000);
        model.next(Reply.calls("send_back", A7).and("send_back", A8));

        assertThat(ask("Take A-7 and A-8 back").text()).contains("Cancels an order. (number: A-7)",
                "Cancels an order. (number: A-8)", "Please answer “yes” or “no”");
    }

    @Test
    void theSameCallTwiceInOneRound_isOneCall() {
        model.next(Reply.calls("cancel_order", A7).and("cancel_order", A7), Reply.answer("It is cancelled."));

        assertThat(ask("Cancel A-7, cancel it!").text()).isEqualTo("Cancel order A-7?");
        ask("yes");

        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void modelThatAsksForItAgainAfterTheYes_getsTheSameResult() {
        askToCancel();
        model.next(Reply.calls("cancel_order", A7), Reply.answer("It is cancelled."));

        assertThat(ask("yes").text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void argumentsThatWouldBeRefused_areNotAskedAbout() {
        model.next(Reply.calls("cancel_order", "{\"order\":1}"), Reply.answer("Which order do you mean?"));

        assertThat(ask("Cancel my order").text()).isEqualTo("Which order do you mean?");
        assertThat(backend.asked()).isEmpty();
        assertThat(toModel()).contains("The visitor has not agreed to it.");
    }

    @Test
    void yesToTheOfferOfAPerson_isNoYesToTheAction() {
        askToCancel();
        model.next(Reply.answer("What is the capital of France?"), Reply.answer("NO_ANSWER"));
        assertThat(ask("What is the capital of France?").finish()).isEqualTo("no_answer");

        say("yes");

        Awaitility.await().until(() -> !state().equals("with_bot") || answers(last() - 1).size() > 0);
        assertThat(backend.asked()).isEmpty();
        assertThat(outcomes()).containsExactly("asked");
    }

    @Test
    void yesThatComesTooLate_isAskedAgainInsteadOfForgotten() {
        askToCancel();
        shops.sql("UPDATE action_call SET asked_at = asked_at - INTERVAL '16 minutes' WHERE conversation_id = ?",
                conversation);

        assertThat(ask("yes").text()).isEqualTo("Cancel order A-7?");
        assertThat(backend.asked()).isEmpty();
        model.next(Reply.answer("It is cancelled."));
        assertThat(ask("yes").text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void yesAfterTheConversationWasClosed_isAskedAgain() {
        askToCancel();
        shops.sql("UPDATE conversation SET closed_at = now() WHERE id = ?", conversation);

        assertThat(ask("yes").text()).isEqualTo("Cancel order A-7?");
        assertThat(backend.asked()).isEmpty();
    }

    @Test
    void yesWithAQuestionMark_isNoYes() {
        askToCancel();
        model.reset();
        model.always(Reply.calls("cancel_order", A7));

        assertThat(ask("yes??").text()).isEqualTo("Cancel order A-7?");
        assertThat(backend.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, cancel it now", "yes A-7", "ok, cancel order A-7 please"})
    void yesInTheQuestionsOwnWords_isAYes(String said) {
        askToCancel();
        model.next(Reply.answer("It is cancelled."));

        assertThat(ask(said).text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void yesToSomethingElse_isNoYes() {
        askToCancel();
        model.reset();
        model.always(Reply.calls("cancel_order", A8));

        assertThat(ask("Yes, but A-8 instead").text()).isEqualTo("Cancel order A-8?");
        assertThat(backend.asked()).isEmpty();
    }

    @Test
    void modelThatSaysItIsDoneBeforeTheYes_givesWayToTheQuestion() {
        model.next(Reply.calls("cancel_order", A7).saying("I will cancel it now. It is done."));

        assertThat(ask("Please cancel my order A-7").text()).isEqualTo("Cancel order A-7?");
        model.next(Reply.answer("It is cancelled."));
        assertThat(ask("yes").text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void sameArgumentsInAnotherSpelling_areOneCall() {
        model.next(Reply.calls("cancel_order", A7).and("cancel_order", "{ \"number\": \"A-7 \" }"),
                Reply.answer("It is cancelled."));

        assertThat(ask("Cancel A-7").text()).isEqualTo("Cancel order A-7?");
        ask("yes");

        assertThat(backend.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<order number>", "{number}", "unknown", "N/A"})
    void requiredArgumentWithoutAValue_isNotAskedAbout(String number) throws JsonProcessingException {
        model.next(Reply.calls("cancel_order", json.writeValueAsString(Map.of("number", number))),
                Reply.answer("Which order do you mean?"));

        assertThat(ask("Cancel my order").text()).isEqualTo("Which order do you mean?");
        assertThat(backend.asked()).isEmpty();
    }

    @Test
    void yesInALanguageThatNobodyExpected_isAYes() {
        askToCancel();
        model.next(Reply.answer("It is cancelled."));

        assertThat(ask("Ja!").text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void actionThatWasTakenAway_isRefusedAndToldToTheModel() {
        askToCancel();
        await(tools.add(shop.id(),
                new ActionRequest("other", "Something else.", null, backend.url("/orders"), "GET", null,
                        null, null, "anonymous", "never", null, null, null, null, true, null)));
        shops.sql("DELETE FROM tool WHERE tenant_id = ? AND name = 'cancel_order'", shop.id().value());
        await(tools.all(shop.id()).chain(all -> tools.change(shop.id(), all.getFirst().id(), new ActionRequest("other",
                "Something else.", null, backend.url("/orders"), "GET", null, null, null, "anonymous", "never", null,
                null, null, null, true, null), null)));
        model.next(Reply.answer("I cannot cancel orders any more."));

        assertThat(ask("yes").text()).isEqualTo("I cannot cancel orders any more.");
        assertThat(outcomes()).containsExactly("ended refused");
        assertThat(backend.asked()).isEmpty();
    }

    // ---- interruptions

    @Test
    void twoYesAtOnce_areOneAction() throws Exception {
        askToCancel();
        long before = last();
        backend.hold();
        model.always(Reply.answer("It is cancelled."));

        CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> given().auth().oauth2(shop.apiKey())
                .contentType("application/json").body(Map.of("id", UUID.randomUUID(), "text", "yes"))
                .post("/v1/conversations/{id}/messages", conversation));
        say("Yes, please");
        Awaitility.await().until(() -> backend.asked().size() == 1);
        say("yes");
        backend.letGo();
        rest.get();

        Awaitility.await().until(() -> !running() && answers(before).size() > 0);
        assertThat(backend.asked()).hasSize(1);
        assertThat(answers(before).getFirst().text()).isEqualTo("It is cancelled.");
    }

    private boolean running() {
        return !shops.column("SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL", conversation)
                .isEmpty();
    }

    @Test
    void messageDuringTheCall_waitsAndIsAnsweredAfter() {
        askToCancel();
        long before = last();
        backend.hold();
        model.next(Reply.answer("It is cancelled."));
        say("yes");
        Awaitility.await().until(() -> backend.asked().size() == 1);

        say("Thank you very much!");
        backend.letGo();

        List<Message> answers = answers(before, 2);
        assertThat(answers.getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(answers.getLast().text()).startsWith("You are welcome!");
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void yesWithAQuestionBehindIt_isBoth() {
        askToCancel();
        long before = last();
        begin("yes", "and when do I get my money back?");
        model.next(Reply.answer("It is cancelled."));
        lapse();

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).hasSize(1);
        assertThat(toModel()).contains("money back");
    }

    @Test
    void conversationThatEndsDuringTheCall_hearsWhatCameOfIt() {
        askToCancel();
        long before = last();
        backend.hold();
        say("yes");
        Awaitility.await().until(() -> backend.asked().size() == 1);

        await(handoffs.close(shop.id(), conversation));
        backend.letGo();

        Awaitility.await().until(() -> lines(before).stream()
                .anyMatch(line -> line.text().equals("This has been done: Cancels an order. (number: A-7)")
                        && line.author() == Author.SYSTEM));
        assertThat(outcomes()).containsExactly("ended done");
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void visitorWhoStopsDuringTheCall_hearsWhatCameOfItAlone() {
        askToCancel();
        long before = last();
        backend.hold();
        say("yes");
        Awaitility.await().until(() -> backend.asked().size() == 1);
        int requests = model.requests().size();

        turns.stop(shop.id(), conversation, UUID.fromString(shops.column(
                "SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL", conversation).getFirst()));
        backend.letGo();

        assertThat(answers(before, 1).getFirst().text())
                .isEqualTo("This has been done: Cancels an order. (number: A-7)");
        assertThat(model.requests()).hasSize(requests);
    }

    @Test
    void modelThatFailsAfterwards_leavesTheResultTold() {
        askToCancel();
        model.always(Reply.error(400, "x", "x"));

        assertThat(ask("yes").text()).isEqualTo("This has been done: Cancels an order. (number: A-7)");
    }

    @Test
    void modelThatKnowsNothingAfterwards_leavesTheResultTold() {
        askToCancel();
        model.next(Reply.answer("NO_ANSWER"));

        assertThat(ask("yes").text()).isEqualTo("This has been done: Cancels an order. (number: A-7)");
    }

    @Test
    void serverThatDoesNotAnswer_isUncertainAndAPersonSeesToIt() throws JsonProcessingException {
        declare("slow_cancel", "Cancel {number} slowly?", false, 100);
        backend.hold();
        model.next(Reply.calls("slow_cancel", A7));
        ask("Cancel A-7");

        Message last = ask("yes");

        assertThat(last.text()).startsWith(UNCERTAIN);
        assertThat(state()).isEqualTo("waiting");
        assertThat(backend.asked()).hasSize(1);
        given().auth().oauth2(shop.apiKey()).get("/v1/conversations/{id}/actions", conversation).then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].outcome", equalTo("unknown"))
                .body("items[0].arguments", equalTo(A7));
    }

    @Test
    void serverThatDoesItOnce_isAskedOnceMoreWithTheSameKey() throws JsonProcessingException {
        declare("slow_cancel", "Cancel {number} slowly?", true, 100);
        backend.hold();
        model.next(Reply.calls("slow_cancel", A7));
        ask("Cancel A-7");

        assertThat(ask("yes").text()).startsWith(UNCERTAIN);

        assertThat(backend.asked()).hasSize(2);
        assertThat(backend.asked().stream().map(asked -> asked.headers().get("idempotency-key")).distinct()).hasSize(1);
    }

    // ---- a replica that dies

    /** Stores messages and starts an answer on a replica that dies at once. */
    private void begin(String... texts) {
        for (String text : texts) {
            await(visitorMessages.record(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
        }
    }

    /** Ends the lease, so that the next scheduler run takes the answer. */
    private void lapse() {
        shops.sql("UPDATE answer SET lease_until = now() - INTERVAL '1 second', lease_owner = gen_random_uuid()"
                + " WHERE conversation_id = ? AND finish IS NULL", conversation);
    }

    private void leave(String state, String begun, @Nullable String outcome) {
        shops.sql("""
                UPDATE action_call SET state = ?, tries = 1, outcome = ?, told = '{"done":true}', millis = 1,
                    begun_at = now() - CAST(? AS interval),
                    answer_id = (SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL)
                WHERE conversation_id = ?""", state, outcome, begun, conversation, conversation);
    }

    private String key() {
        return shops.column("SELECT id FROM action_call WHERE conversation_id = ?", conversation).getFirst();
    }

    @Test
    void replicaThatDiesBeforeTheYesIsTaken_leavesItToTheNext() {
        askToCancel();
        long before = last();
        begin("yes");
        model.next(Reply.answer("It is cancelled."));
        lapse();

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.done()).containsExactly(key());
    }

    @Test
    void replicaThatDiesAfterTheYes_leavesItToTheNextWhateverElseWasWritten() {
        askToCancel();
        long before = last();
        begin("yes", "Hello? Is anybody there?");
        leave("agreed", "0 s", null);
        model.next(Reply.answer("It is cancelled."));
        lapse();

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.done()).containsExactly(key());
    }

    @Test
    void replicaThatDiesDuringTheCall_leavesItUncertain() {
        askToCancel();
        long before = last();
        begin("yes");
        leave("performing", "1 minute", null);
        lapse();

        assertThat(answers(before, 1).getFirst().text()).startsWith(UNCERTAIN);
        assertThat(backend.asked()).isEmpty();
        assertThat(outcomes()).containsExactly("ended unknown");
        assertThat(state()).isEqualTo("waiting");
        assertThat(shops.column("SELECT handoff_code || ' ' || handoff_reason FROM conversation WHERE id = ?",
                conversation)).containsExactly("action Done or not? cancel_order " + A7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replicaThatDiesDuringACallThatMayBeRepeated_leavesItToTheNextWithTheSameKey(boolean declared)
            throws JsonProcessingException {
        askToCancel();
        shops.sql("UPDATE tool SET settings = replace(settings, ?, ?) WHERE tenant_id = ?",
                declared ? "\"idempotent\":false" : "\"method\":\"POST\"",
                declared ? "\"idempotent\":true" : "\"method\":\"GET\"", shop.id().value());
        declare("other", null, false, 1_000); // and what was known is read again
        long before = last();
        begin("yes");
        leave("performing", "1 minute", null);
        model.next(Reply.answer("It is cancelled."));
        lapse();

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.done()).containsExactly(key());
    }

    @Test
    void replicaThatDiesAfterTheResult_leavesTheResult() {
        askToCancel();
        long before = last();
        begin("yes");
        leave("ended", "1 minute", "done");
        model.next(Reply.answer("It is cancelled."));
        lapse();

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).isEmpty();
        assertThat(model.requests().getLast().body().toString()).contains("tool_call_id", "done");
    }

    @Test
    void replicaThatOnlySeemsDead_isWaitedFor() {
        askToCancel();
        long before = last();
        begin("yes");
        leave("performing", "0 s", null);
        model.next(Reply.answer("It is cancelled."));
        lapse();
        Awaitility.await().until(() -> shops.column(
                "SELECT attempt FROM answer WHERE conversation_id = ? AND finish IS NULL AND attempt > 1", conversation)
                .size() == 1);
        shops.sql("UPDATE action_call SET state = 'ended', outcome = 'done' WHERE conversation_id = ?", conversation);

        assertThat(answers(before, 1).getFirst().text()).isEqualTo("It is cancelled.");
        assertThat(backend.asked()).isEmpty();
    }

    @Test
    void actionWithoutAYes_isDoneOnceTooWhenTheAnswerIsTakenUpAgain() throws JsonProcessingException {
        declare("note_wish", null, false, 5_000);
        shops.sql("UPDATE tool SET settings = replace(settings, ?, ?) WHERE tenant_id = ? AND name = 'note_wish'",
                "\"confirm\":\"visitor\"", "\"confirm\":\"never\"", shop.id().value());
        declare("other", null, false, 1_000); // and what was known is read again
        model.next(Reply.calls("note_wish", A7), Reply.answer("It ", "is").errorAfter(1, "x", "x"),
                Reply.answer("It is noted."));

        assertThat(ask("Note my wish for A-7").text()).isEqualTo("It is noted.");

        assertThat(backend.asked()).hasSize(1);
    }

    // ---- privacy

    @Test
    void visitorsCopy_hasTheActionsAndErasureTakesThem() {
        askToCancel();
        model.next(Reply.answer("It is cancelled."));
        ask("yes");

        String key = shops.addKey(shop.id(), "visitors", null);

        given().auth().oauth2(key).get("/v1/visitors/c-1/data").then().statusCode(200)
                .body("actions", hasSize(1)).body("actions[0].name", equalTo("cancel_order"))
                .body("actions[0].outcome", equalTo("done"))
                .body("actions[0].conversation", equalTo(conversation.toString()));

        given().auth().oauth2(key).delete("/v1/visitors/c-1/data").then().statusCode(200);
        assertThat(outcomes()).isEmpty();
    }
}
