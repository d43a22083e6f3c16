package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.feed.ConversationFeed;
import dev.parley.handoff.Handoffs;
import dev.parley.testsupport.EventLog;
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

/** A message from storage through search, prompt and a scripted model to the answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class TurnsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String FAQ_ANSWER = "You have 30 days.";

    @Inject
    Turns turns;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Handoffs handoffs;
    @Inject
    ConversationFeed feed;
    @Inject
    EventLog events;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;
    private UUID conversation;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, FAQ_ANSWER);
        conversation = shops.conversation(shop).id();
    }

    @Test
    void answer_streamsAndBecomesAMessageOfTheSameBytes() {
        model.next(Reply.answer("Thirty", " days", ", 你好 😀\n", "", "**free** [1]."));

        say(QUESTION);

        AnswerEnded end = awaitEnd(1);
        Message answer = messages().getLast();
        assertThat(answer.text()).isEqualTo("Thirty days, 你好 😀\n**free** [1].").isEqualTo(streamed(1));
        assertThat(answer.author()).isEqualTo(Author.BOT);
        assertThat(answer.name()).isEqualTo("Robin");
        assertThat(answer.finish()).isEqualTo("stop");
        assertThat(answer.sources()).extracting(Source::question).containsExactly(QUESTION);
        assertThat(end.seq()).isEqualTo(answer.seq()).isEqualTo(2);
        assertThat(model.requests()).hasSize(1);
    }

    /** Japanese has no sentence model here, and no word in common with the entry. */
    @Test
    void questionThatNoEntryCanBeComparedWith_isPutAnewByTheModel() {
        model.next(Reply.answer("{\"question\":\"" + QUESTION + "\",\"language\":\"ja\"}"),
                Reply.answer("はい、できます [1]。"));

        say("靴は返品できますか");

        awaitEnd(1);
        assertThat(messages().getLast().sources()).extracting(Source::question).containsExactly(QUESTION);
        assertThat(model.requests()).hasSize(2);
    }

    /** As small models do when asked for too much. */
    @Test
    void modelThatOnlyRepeatsAFollowUp_leavesItWithWhatTheContextFound() {
        shops.addEntry(shop, "Tell me about the jacket", "It is warm.", "jacket");
        shops.addEntry(shop, "Are the boots waterproof?", "They are.", "boots");
        shops.addEntry(shop, "Do the boots need a spray?", "No.", "boots");
        model.next(Reply.answer("You have a month [1]."),
                Reply.answer("{\"question\":\"And the jacket?\",\"language\":\"en\"}"),
                Reply.answer("A month as well [1]."));
        say(QUESTION);
        awaitEnd(1);

        say("and the jacket?");

        awaitEnd(2);
        assertThat(messages().getLast().sources()).extracting(Source::question).first().isEqualTo(QUESTION);
        assertThat(model.requests()).hasSize(3);
    }

    @Test
    void answersOrder_isBeginningPiecesMessageEnd() {
        model.next(Reply.answer("They", " are free"));

        say(QUESTION);

        awaitEnd(1);
        assertThat(events.of(conversation)).extracting(event -> event.getClass().getSimpleName()).containsExactly(
                "MessageStored", "AnswerBegan", "AnswerGrew", "AnswerGrew", "MessageStored", "AnswerEnded");
        assertThat(events.of(conversation, AnswerGrew.class)).extracting(AnswerGrew::n).containsExactly(1, 2);
    }

    @Test
    void modelThatRefusesTheKey_leavesTheAnswerToTheFaq() {
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));

        say(QUESTION);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.FAQ);
        assertThat(messages().getLast()).extracting(Message::text, Message::finish)
                .containsExactly(FAQ_ANSWER, "faq");
        assertThat(evidence()).contains("\"model_error\":\"credentials\"");
    }

    @Test
    void promptTooLongForTheModel_isAskedOnceMoreWithTheQuestionAndTheBestEntryAlone() {
        model.next(Reply.answer("Thirty days."));
        say(QUESTION);
        awaitEnd(1);
        model.next(Reply.error(400, "context_length_exceeded", "invalid_request_error"), Reply.answer("30 days."));

        say("And how long do I have to send shoes back abroad?");

        Awaitility.await().until(() -> messages().size() == 4);
        assertThat(messages().getLast().text()).isEqualTo("30 days.");
        List<Received> asked = model.requests();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1).body().path("messages")).hasSize(4);
        assertThat(asked.get(2).body().path("messages")).hasSize(2);
    }

    @Test
    void textThatAFilterFlagsMidway_isTakenBack() {
        model.next(Reply.answer("Something ", "awful").finish("content_filter"));

        say(QUESTION);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.CONTENT_FILTER);
        assertThat(streamed(1)).isEqualTo("Something awful");
        assertThat(messages().getLast().text()).contains("I cannot help with that here").doesNotContain("awful");
        assertThat(messages().getLast().sources()).isEmpty();
    }

    @Test
    void modelThatSaysNothing_leavesTheAnswerToTheFaq() {
        model.always(Reply.answer());

        say(QUESTION);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.FAQ);
        assertThat(messages().getLast().text()).isEqualTo(FAQ_ANSWER);
    }

    @Test
    void modelThatRefusesByPolicy_isNotContradictedByTheFaq() {
        model.always(Reply.error(400, "content_filter", "invalid_request_error"));

        say(QUESTION);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.CONTENT_FILTER);
        assertThat(messages().getLast().text()).startsWith("I cannot help with that here.");
    }

    @Test
    void answerThatBreaksOff_startsAfreshAndReplacesWhatWasShown() {
        model.next(Reply.answer("Thir", "ty").errorAfter(1, null, "server_error"), Reply.answer("30 days."));

        say(QUESTION);

        assertThat(awaitEnd(1)).extracting(AnswerEnded::attempt, AnswerEnded::finish)
                .containsExactly(2, Finish.STOP);
        assertThat(messages()).extracting(Message::text).containsExactly(QUESTION, "30 days.");
        assertThat(streamed(2)).isEqualTo("30 days.");
    }

    @Test
    void answerThatBreaksOffTwice_isKeptAsInterrupted() {
        model.always(Reply.answer("Thir", "ty").errorAfter(1, null, "server_error"));

        say(QUESTION);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.INTERRUPTED);
        assertThat(messages()).extracting(Message::text).containsExactly(QUESTION, "Thir");
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void threeQuickMessages_getOneAnswerToAll() {
        model.next(Reply.answer("x").stallBeforeHeaders());
        say(QUESTION);
        Awaitility.await().until(() -> model.requests().size() == 1);
        model.always(Reply.answer("30 days, also for worn shoes.").firstAfter(200));

        say("They are worn.");
        say("And muddy.");

        awaitEnd(1);
        awaitIdle();
        assertThat(messages()).extracting(Message::text).containsExactly(QUESTION, "They are worn.", "And muddy.",
                "30 days, also for worn shoes.");
        assertThat(lastPrompt()).contains(QUESTION, "They are worn.", "And muddy.");
    }

    @Test
    void messageWhileAnAnswerIsWritten_isAnsweredNextAndAlone() {
        model.next(Reply.answer("They are ", "free.").every(300));
        say(QUESTION);
        awaitText();
        model.next(Reply.answer("Yes."));

        say("How long do I have to send back worn shoes?");

        awaitEnd(2);
        awaitIdle();
        assertThat(messages()).extracting(Message::text).containsExactly(QUESTION,
                "How long do I have to send back worn shoes?", "They are free.", "Yes.");
        assertThat(model.requests()).hasSize(2);
        JsonPrompt second = new JsonPrompt(model.requests().getLast());
        assertThat(second.last()).contains(
                "<<<visitor>>>\nHow long do I have to send back worn shoes?\n<<<end visitor>>>");
        assertThat(second.whole()).contains("They are free.");
    }

    @Test
    void stop_keepsWhatIsThereAndEndsTheUpstreamCall() {
        model.next(Reply.answer("They are ", "free").stallAfter(1));
        UUID answer = answerOf(say(QUESTION));
        awaitText();
        long pressed = System.nanoTime();

        turns.stop(shop.id(), conversation, answer);

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.STOPPED);
        assertThat(messages().getLast()).extracting(Message::text, Message::finish)
                .containsExactly("They are ", "stopped");
        Awaitility.await().until(() -> model.stats().cancelled() == 1);
        assertThat(Duration.ofNanos(model.stats().lastCancelNanos() - pressed)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void stopOfAnotherShopConversationOrAnswer_doesNothing() {
        model.next(Reply.answer("They are ", "free").every(300));
        UUID answer = answerOf(say(QUESTION));
        awaitText();

        turns.stop(shops.open().id(), conversation, answer);
        turns.stop(shop.id(), shops.conversation(shop).id(), answer);
        turns.stop(shop.id(), conversation, UUID.randomUUID());

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.STOP);
        assertThat(messages().getLast().text()).isEqualTo("They are free");
    }

    @Test
    void personAskedForDuringAnAnswer_silencesTheBot() {
        model.next(Reply.answer("They are ", "free").stallAfter(1));
        say(QUESTION);
        awaitText();

        await(handoffs.request(shop.id(), conversation));

        assertThat(awaitEnd(1)).extracting(AnswerEnded::finish, AnswerEnded::seq)
                .containsExactly(Finish.WITHDRAWN, 0L);
        Awaitility.await().until(() -> model.stats().cancelled() == 1);
        awaitIdle();
        assertThat(messages()).extracting(Message::author).containsExactly(Author.VISITOR, Author.SYSTEM);
        assertThat(await(conversations.get(shop.id(), conversation)).state()).isEqualTo(new Waiting());
    }

    @Test
    void personAskedForAtAnyMoment_leavesNoBotBehindTheNoticeAndNoOpenAnswer() {
        model.always(Reply.answer("30", " days"));

        for (int i = 0; i < 30; i++) {
            UUID each = shops.conversation(shop).id();
            say(each, QUESTION);
            await(handoffs.request(shop.id(), each));
            conversation = each;
            awaitIdle();

            List<Author> authors = messages().stream().map(Message::author).toList();
            assertThat(authors).last().isEqualTo(Author.SYSTEM);
            Awaitility.await().until(() -> events.of(each, AnswerEnded.class).size() == 1);
        }

        awaitQuiet();
    }

    @Test
    void personAskedForInTheSameInstant_leavesNothingOpen() {
        model.always(Reply.answer("30", " days"));

        for (int i = 0; i < 60; i++) {
            UUID each = shops.conversation(shop).id();
            VisitorMessage message = new VisitorMessage(UUID.randomUUID(), QUESTION, null);
            await(Uni.combine().all().unis(turns.say(shop.id(), each, message), handoffs.request(shop.id(), each))
                    .discardItems());
        }

        awaitQuiet();
    }

    @Test
    void courtesy_costsNoCall() {
        say("Thank you!");

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.COURTESY);
        assertThat(messages().getLast().text()).isEqualTo("You are welcome! Ask away if there is anything else.");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void courtesyThatAnEntryHasWordForWord_isAnsweredFromIt() {
        shops.addEntry(shop, "Good morning!", "We open at nine.");

        say("good morning");

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.STOP);
        assertThat(model.requests()).isNotEmpty();
    }

    @Test
    void questionThatNoEntryAnswers_isNotMadeUp() {
        say("Who won the chess championship of 1972 in Reykjavik?");

        assertThat(awaitEnd(1).finish()).isEqualTo(Finish.NO_ANSWER);
        assertThat(messages().getLast().text()).startsWith("I could not find an answer to that in our help pages.")
                .endsWith("We are there from 9 to 5.");
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void questionInALanguageWithoutAWordOfTheEntries_isPutAnewAndAnswered() {
        model.next(Reply.answer("{\"question\": \"" + QUESTION + "\", \"language\": \"ja\"}"),
                Reply.answer("はい、返品できます [1]。"));

        say("靴を返したいのですが、いつまでですか");

        awaitEnd(1);
        assertThat(messages().getLast().text()).startsWith("はい、返品できます");
    }

    @Test
    void resentQuestion_isAnsweredOnce() {
        VisitorMessage message = new VisitorMessage(UUID.randomUUID(), QUESTION, null);

        IntStream.range(0, 5).forEach(i -> await(turns.say(shop.id(), conversation, message)));

        awaitEnd(1);
        awaitIdle();
        assertThat(messages()).hasSize(2);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void answerOfAReplicaThatDied_isWrittenAgain() {
        model.next(Reply.answer("The entry says so."));
        await(visitorMessages.record(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));

        shops.sql("UPDATE answer SET lease_until = now() - INTERVAL '1 second', lease_owner = gen_random_uuid() "
                + "WHERE conversation_id = ?", conversation);

        assertThat(awaitEnd(1).attempt()).isEqualTo(2);
        assertThat(messages()).extracting(Message::text).containsExactly(QUESTION, "The entry says so.");
    }

    @Test
    void modelThatWritesACharacterNoDatabaseKeeps_isAnsweredWithoutIt() {
        model.next(Reply.answer("Thirty\u0000", "\u0000", " days."));

        say(QUESTION);

        awaitEnd(1);
        assertThat(messages().getLast().text()).isEqualTo("Thirty days.").isEqualTo(streamed(1));
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void modelThatWritesNothingButWhiteSpace_leavesTheAnswerToTheFaq() {
        model.always(Reply.answer("  ", "\n"));

        say(QUESTION);

        awaitEnd(1);
        assertThat(messages().getLast().text()).isEqualTo(FAQ_ANSWER).isEqualTo(streamed(1));
    }

    @Test
    void answerThatBeginsWithWhiteSpace_keepsIt() {
        model.next(Reply.answer("\n", " ", "30 days"));

        say(QUESTION);

        awaitEnd(1);
        assertThat(messages().getLast().text()).isEqualTo("\n 30 days").isEqualTo(streamed(1));
    }

    @Test
    void questionThatCannotBePlannedAgainAndAgain_endsInAnApology() {
        shop = shops.open();
        shops.sql(
                "UPDATE tenant SET settings = jsonb_set(settings::jsonb, '{tone}', to_jsonb(repeat('be kind ', 60000)))::text "
                        + "WHERE id = ?",
                shop.id().value());
        shops.addEntry(shop, QUESTION, FAQ_ANSWER);
        conversation = shops.conversation(shop).id();
        say(QUESTION);

        for (int attempt = 2; attempt <= 3; attempt++) {
            shops.sql("UPDATE answer SET lease_until = now() - INTERVAL '1 second', lease_owner = gen_random_uuid() "
                    + "WHERE conversation_id = ?", conversation);
            awaitBegin(attempt);
        }

        awaitEnd(1);
        assertThat(messages().getLast().text()).startsWith("I am sorry");
        assertThat(messages().getLast().finish()).isEqualTo("interrupted");
    }

    @Test
    void everyAnswer_keepsItsEvidence() {
        model.next(Reply.answer("30 ", "days").model("gpt-scripted-1"));

        say(QUESTION);

        awaitEnd(1);
        assertThat(evidence()).contains("\"model\":\"gpt-scripted-1\"", "\"question\":\"" + QUESTION + "\"",
                "\"verdict\":\"answer\"", "\"prompt\":[", "\"answer_tokens\":2", "\"total_millis\":");
    }

    private Recorded say(String text) {
        return say(conversation, text);
    }

    private Recorded say(UUID where, String text) {
        return await(turns.say(shop.id(), where, new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    private static UUID answerOf(Recorded recorded) {
        return java.util.Objects.requireNonNull(recorded.begun()).id();
    }

    private AnswerEnded awaitEnd(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> events.of(conversation, AnswerEnded.class).size() >= count);
        return events.of(conversation, AnswerEnded.class).get(count - 1);
    }

    private void awaitBegin(int attempt) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> events.of(conversation, AnswerBegan.class)
                .stream().anyMatch(began -> began.attempt() == attempt));
    }

    private void awaitText() {
        Awaitility.await().until(() -> !events.of(conversation, AnswerGrew.class).isEmpty());
    }

    /** No answer is running or scheduled. */
    private void awaitIdle() {
        Awaitility.await().until(() -> shops
                .column("SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL", conversation).isEmpty());
    }

    /** Includes running answers of other tests in the same Parley. */
    private void awaitQuiet() {
        // An open answer is identified by its events.
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(feed.open())
                .allSatisfy(each -> assertThat(events.of(each)).isEmpty()).isEmpty());
    }

    private List<Message> messages() {
        return await(conversations.messagesSince(shop.id(), conversation, 0, 100));
    }

    /** The concatenated deltas of one attempt. */
    private String streamed(int attempt) {
        List<ConversationEvent> told = events.of(conversation);
        assertThat(told).filteredOn(AnswerBegan.class::isInstance).hasSize(attempt);
        return events.of(conversation, AnswerGrew.class).stream().filter(grew -> grew.attempt() == attempt)
                .map(AnswerGrew::text).collect(Collectors.joining());
    }

    private String evidence() {
        return shops.column("SELECT evidence FROM answer WHERE conversation_id = ?", conversation).getFirst();
    }

    private String lastPrompt() {
        return new JsonPrompt(model.requests().getLast()).whole();
    }

    private record JsonPrompt(Received request) {
        String whole() {
            return request.body().path("messages").findValuesAsText("content").toString();
        }

        String last() {
            List<String> contents = request.body().path("messages").findValuesAsText("content");
            return contents.getLast();
        }
    }
}
