package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.VisitorMessage;
import dev.parley.spend.Spend;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What turns cost: the ledger against the scripted model's counts. It costs 0.50/1.50 per million, so 500 and 1500
 * billionths a token.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class TurnCostTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String FAQ_ANSWER = "You have 30 days.";

    @Inject
    Turns turns;
    @Inject
    Conversations conversations;
    @Inject
    Spend spend;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;
    private UUID conversation = new UUID(0, 0);

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
    }

    private void openWithBudget(String budget) {
        if (!budget.isEmpty()) {
            shops.setBudget(shop, budget);
        }
        shops.addEntry(shop, QUESTION, FAQ_ANSWER);
        conversation = shops.conversation(shop).id();
    }

    @Test
    void answer_costsWhatTheUsageChunkSays() {
        openWithBudget("");
        model.next(Reply.answer("30 ", "days").model("gpt-3.5-turbo-0125"));

        ask();

        int prompt = wordsOf(model.requests().getFirst());
        long cost = 500L * prompt + 1500L * 2;
        assertThat(ledger())
                .containsExactly("chat stop " + prompt + "/2 false " + cost + " gpt-3.5-turbo-0125 req_scripted");
        assertThat(evidence()).contains("\"prompt_tokens\":" + prompt, "\"answer_tokens\":2",
                "\"tokens_estimated\":false",
                "\"cost\":\"0.000");
    }

    @Test
    void answerWithoutAUsageChunk_isCountedByUs() {
        openWithBudget("");
        model.next(Reply.answer("Thirty days, ", "free of charge.").usage(false));

        ask();

        // "Thirty days, free of charge." has seven tokens of cl100k_base.
        assertThat(ledger()).singleElement().asString().startsWith("chat stop ").contains("/7 true ");
        assertThat(evidence()).contains("\"answer_tokens\":7", "\"tokens_estimated\":true");
    }

    @Test
    void answerThatTheVisitorStopped_costsWhatWasWritten() {
        openWithBudget("");
        model.next(Reply.answer("They", " are").stallAfter(1));
        UUID answer = say(conversation);
        Awaitility.await().until(() -> !model.requests().isEmpty() && !partialText().isEmpty());

        turns.stop(shop.id(), conversation, answer);

        awaitAnswers(1);
        assertThat(ledger()).singleElement().asString().startsWith("chat cancelled ").contains("/1 true ");
    }

    @Test
    void refusedCall_costsNothingAndSavesNothing() {
        openWithBudget("");
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));

        ask();

        Awaitility.await()
                .untilAsserted(() -> assertThat(ledger()).containsExactlyInAnyOrder(
                        "chat credentials 0/0 false 0 gpt-3.5-turbo -",
                        "faq faq 0/0 false 0 gpt-3.5-turbo -"));
        assertThat(saved()).isZero();
    }

    @Test
    void answerThatBrokeOff_isPaidForTwice() {
        openWithBudget("");
        model.next(Reply.answer("Thir", "ty").errorAfter(1, null, "server_error"), Reply.answer("30 days."));

        ask();

        assertThat(ledger()).hasSize(2);
        assertThat(ledger().getFirst()).startsWith("chat server_error ").contains(" true ");
        assertThat(ledger().getLast()).startsWith("chat stop ").contains("/1 false ");
    }

    @Test
    void spentBudget_leavesTheAnswerToTheFaqAndCountsWhatThatSaves() {
        openWithBudget("{\"day\":0}");

        ask();

        assertThat(messages().getLast()).extracting(Message::text, Message::finish).containsExactly(FAQ_ANSWER, "faq");
        assertThat(model.requests()).isEmpty();
        Awaitility.await().untilAsserted(
                () -> assertThat(ledger()).singleElement().asString().startsWith("faq faq 0/0 false 0 "));
        assertThat(saved()).isPositive();
        assertThat(evidence()).contains("\"model_error\":\"budget_day\"");
    }

    @Test
    void spentBudgetAndNoEntry_offersAPerson() {
        openWithBudget("{\"day\":0}");

        say(conversation, "Who won the chess championship of 1972 in Reykjavik?");

        awaitAnswers(1);
        assertThat(messages().getLast().text()).contains("Would you like to talk to a person?");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void limitThatAFullAnswerWouldBreak_shortensTheAnswerFirst() {
        // The prompt is some 530 tokens, 0.00026; 800 tokens of answer would be 0.0012, 200 are 0.0003.
        openWithBudget("{\"day\":0.001}");
        model.always(Reply.answer("30 days."));

        ask();

        assertThat(model.requests()).singleElement()
                .satisfies(request -> assertThat(request.body().path("max_tokens").asInt()).isEqualTo(200));
        assertThat(messages().getLast().finish()).isEqualTo("stop");
    }

    @Test
    void conversationsOwnLimit_leavesOtherConversationsAlone() {
        openWithBudget("{\"conversation_tokens\":1250}");
        model.always(Reply.answer("30 days."));

        ask();
        ask();
        String first = finishes();
        conversation = shops.conversation(shop).id();
        ask();

        assertThat(first).isEqualTo("[stop, faq]");
        assertThat(finishes()).isEqualTo("[stop]");
    }

    @Test
    void twoHundredTurnsAtOnce_stayWithinTheBudgetToTheLastOne() {
        openWithBudget("{\"day\":0.05}");
        model.always(Reply.answer("30 ", "days."));
        List<UUID> visitors = Stream.generate(() -> shops.conversation(shop).id()).limit(200).toList();

        await(Uni.join().all(visitors.stream().map(each -> turns.say(shop.id(), each, message(QUESTION))).toList())
                .andFailFast());

        awaitAnswers(200);
        await(spend.written());
        long spent = Long.parseLong(shops.column("SELECT sum(cost) FROM spend_call WHERE tenant_id = ?",
                shop.id().value()).getFirst());
        long upstream = model.requests().stream().mapToLong(request -> 500L * wordsOf(request) + 1500L * 2).sum();
        assertThat(spent).isEqualTo(upstream).isPositive().isLessThanOrEqualTo(50_000_000);
        assertThat(shops.column("SELECT day_total FROM spend_total WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(Long.toString(spent));
        assertThat(shops.column("SELECT id FROM spend_call WHERE tenant_id = ? AND outcome = 'reserved'",
                shop.id().value())).isEmpty();
        assertThat(shops.column("SELECT DISTINCT finish FROM answer WHERE tenant_id = ?", shop.id().value()))
                .isSubsetOf("stop", "faq").contains("stop");
    }

    private void ask() {
        int before = answers();
        say(conversation);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers() > before);
        await(spend.written());
    }

    private UUID say(UUID where) {
        return say(where, QUESTION);
    }

    private UUID say(UUID where, String text) {
        return requireNonNull(await(turns.say(shop.id(), where, message(text))).begun()).id();
    }

    private static VisitorMessage message(String text) {
        return new VisitorMessage(UUID.randomUUID(), text, null);
    }

    private void awaitAnswers(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers() == count);
        await(spend.written());
    }

    private int answers() {
        return shops.column("SELECT seq FROM message WHERE tenant_id = ? AND author = 'bot'", shop.id().value()).size();
    }

    private String partialText() {
        return shops.column("SELECT partial_text FROM answer WHERE conversation_id = ?", conversation).getFirst();
    }

    private List<Message> messages() {
        return await(conversations.messagesSince(shop.id(), conversation, 0, 100));
    }

    private String finishes() {
        return shops.column("SELECT finish FROM answer WHERE conversation_id = ? ORDER BY started_at", conversation)
                .toString();
    }

    private List<String> ledger() {
        return shops.column("""
                SELECT kind || ' ' || outcome || ' ' || input_tokens || '/' || output_tokens || ' ' || estimated || ' ' || cost
                    || ' ' || COALESCE(model, lane) || ' ' || COALESCE(request_id, '-')
                FROM spend_call WHERE tenant_id = ? ORDER BY at""", shop.id().value());
    }

    private long saved() {
        return Long.parseLong(shops.column("SELECT sum(saved) FROM spend_call WHERE tenant_id = ?", shop.id().value())
                .getFirst());
    }

    private String evidence() {
        return shops.column("SELECT evidence FROM answer WHERE conversation_id = ?", conversation).getFirst();
    }

    /** The scripted model's count: one token per word, four more per message. */
    private static int wordsOf(Received request) {
        int words = 0;
        for (String content : request.body().path("messages").findValuesAsText("content")) {
            words += content.split("\\s+", -1).length + 4;
        }
        return words;
    }
}
