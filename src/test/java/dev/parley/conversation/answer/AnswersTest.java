package dev.parley.conversation.answer;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.Message;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.testsupport.EventLog;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scheduler is off, since it would take lapsed answers before the test does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AnswersTest {
    private static final UUID OTHER_REPLICA = UUID.randomUUID();

    @Inject
    Answers answers;
    @Inject
    AnswerRepository repository;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Shops shops;
    @Inject
    EventLog events;
    @Inject
    Scheduler scheduler;

    private Shop shop;
    private UUID conversation;

    @BeforeEach
    void openConversation() {
        scheduler.pause();
        shop = shops.open();
        conversation = shops.conversation(shop).id();
    }

    @AfterEach
    void leaveNothingToPickUp() {
        shops.sql("UPDATE answer SET finish = 'withdrawn' WHERE finish IS NULL AND tenant_id = ?", shop.id().value());
        scheduler.resume();
    }

    @Test
    void reply_becomesTheNextMessageWithItsSources() {
        RunningAnswer answer = ask("how long?");
        Source source = new Source(UUID.randomUUID(), "How long?", null, 0.9);

        Replied replied = await(answers.reply(answer, new Reply("30 days", "Robin", Finish.STOP, List.of(source),
                Evidence.NONE.answeredBy("m", null, 1))));

        assertThat(replied.next()).isNull();
        assertThat(replied.message()).isEqualTo(messages().getLast());
        assertThat(messages().getLast()).usingRecursiveComparison().ignoringFields("at")
                .isEqualTo(new Message(2, Author.BOT, "Robin", "30 days", requireNonNull(replied.message()).at(), null,
                        List.of(source), "stop"));
        assertThat(shops.column("SELECT finish || ' ' || (evidence::json ->> 'model') FROM answer WHERE id = ?",
                answer.id())).containsExactly("stop m");
        assertThat(events.of(conversation, AnswerEnded.class)).containsExactly(
                new AnswerEnded(shop.id(), conversation, answer.id(), 1, 2, Finish.STOP, 1));
    }

    @Test
    void replyAfterANewOwner_changesNothing() {
        RunningAnswer answer = ask("how long?");
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new Waiting(), "please wait")));

        Replied replied = await(answers.reply(answer, reply("30 days")));

        assertThat(replied).isEqualTo(new Replied(null, null));
        assertThat(messages()).extracting(Message::text).containsExactly("how long?", "please wait");
        assertThat(events.of(conversation, AnswerEnded.class)).containsExactly(
                new AnswerEnded(shop.id(), conversation, answer.id(), 1, 0, Finish.WITHDRAWN, 1));
    }

    @Test
    void replyWithAnOldEpoch_isWithdrawnThoughTheBotHasTheConversationAgain() {
        RunningAnswer answer = ask("how long?");
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new Waiting(), "please wait")));
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new WithBot(), "the bot is back")));
        shops.sql("DELETE FROM answer WHERE finish IS NULL AND conversation_id = ?", conversation);
        shops.sql("UPDATE answer SET finish = NULL WHERE id = ?", answer.id());

        Replied replied = await(answers.reply(answer, reply("30 days")));

        assertThat(replied).isEqualTo(new Replied(null, null));
        assertThat(shops.column("SELECT finish FROM answer WHERE id = ?", answer.id())).containsExactly("withdrawn");
        assertThat(messages()).extracting(Message::text).doesNotContain("30 days");
    }

    @Test
    void replyOfAnEarlierAttempt_isVoid() {
        RunningAnswer first = ask("how long?");
        RunningAnswer second = requireNonNull(await(answers.restart(first)));

        Replied late = await(answers.reply(first, reply("old")));
        Replied inTime = await(answers.reply(second, reply("new")));

        assertThat(late).isEqualTo(new Replied(null, null));
        assertThat(requireNonNull(inTime.message()).text()).isEqualTo("new");
        assertThat(messages()).extracting(Message::text).containsExactly("how long?", "new");
    }

    @Test
    void twoRepliesAtOnce_makeOneMessage() {
        RunningAnswer answer = ask("how long?");

        List<Replied> replied = await(Uni.join()
                .all(answers.reply(answer, reply("one")), answers.reply(answer, reply("two"))).andFailFast());

        assertThat(replied).filteredOn(each -> each.message() != null).hasSize(1);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void messageDuringAnAnswer_isTheNextOnesQuestion() {
        RunningAnswer answer = ask("how long?");
        await(visitorMessages.record(shop.id(), conversation, message("and for shoes?")));

        RunningAnswer next = requireNonNull(await(answers.reply(answer, reply("30 days"))).next());

        assertThat(next).isEqualTo(new RunningAnswer(next.id(), shop.id(), conversation, answer.epoch(), 1, 2, 2));
        Replied last = await(answers.reply(next, reply("the same")));
        assertThat(last.next()).isNull();
        assertThat(messages()).extracting(Message::text)
                .containsExactly("how long?", "and for shoes?", "30 days", "the same");
    }

    @Test
    void messagesAndRepliesAtOnce_leaveNoQuestionWithoutAnAnswer() {
        RunningAnswer answer = ask("question 0");

        for (int i = 1; i <= 20; i++) {
            var both = await(Uni.combine().all().unis(
                    visitorMessages.record(shop.id(), conversation, message("question " + i)),
                    answers.reply(answer, reply("answer " + i))).asTuple());
            RunningAnswer byMessage = both.getItem1().begun();
            RunningAnswer byReply = both.getItem2().next();
            assertThat(byMessage == null).as("exactly one of them begins the next answer")
                    .isNotEqualTo(byReply == null);
            answer = byMessage != null ? byMessage : requireNonNull(byReply);
        }

        assertThat(messages()).extracting(Message::seq)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    void restart_coversEverythingThatWasAsked() {
        RunningAnswer answer = ask("how long?");
        await(visitorMessages.record(shop.id(), conversation, message("for shoes")));
        await(visitorMessages.record(shop.id(), conversation, message("worn ones")));

        RunningAnswer fresh = await(answers.restart(answer));

        assertThat(fresh)
                .isEqualTo(new RunningAnswer(answer.id(), shop.id(), conversation, answer.epoch(), 2, 1, 3));
        assertThat(await(answers.reply(requireNonNull(fresh), reply("14 days"))).next()).isNull();
    }

    @Test
    void lapsedAnswer_isTakenByOneReplicaAsAFreshAttempt() {
        RunningAnswer answer = ask("how long?");
        await(answers.keep(answer, "30 da"));
        letLapse(answer);

        List<RunningAnswer> taken = await(repository.takeLapsed(OTHER_REPLICA, 100));
        List<RunningAnswer> takenAgain = await(answers.takeLapsed());

        assertThat(taken).filteredOn(each -> each.id().equals(answer.id())).containsExactly(
                new RunningAnswer(answer.id(), shop.id(), conversation, answer.epoch(), 2, 1, 1));
        assertThat(takenAgain).extracting(RunningAnswer::id).doesNotContain(answer.id());
        assertThat(shops.column("SELECT partial_text FROM answer WHERE id = ?", answer.id())).containsExactly("");
    }

    @Test
    void answerTakenOver_isNoLongerTheFirstReplicasToKeepRestartOrFinish() {
        RunningAnswer answer = ask("how long?");
        letLapse(answer);
        await(repository.takeLapsed(OTHER_REPLICA, 100));
        RunningAnswer asIfStillOurs = new RunningAnswer(answer.id(), answer.tenant(), conversation, 1, 2, 1, 1);

        assertThat(await(answers.keep(answer, "30 days"))).isFalse();
        assertThat(await(answers.keep(asIfStillOurs, "30 days"))).isFalse();
        assertThat(await(answers.restart(asIfStillOurs))).isNull();
        assertThat(await(answers.reply(asIfStillOurs, reply("30 days")))).isEqualTo(new Replied(null, null));
        assertThat(messages()).hasSize(1);
    }

    @Test
    void answerInTime_isNotTaken() {
        RunningAnswer answer = ask("how long?");

        List<RunningAnswer> taken = await(repository.takeLapsed(OTHER_REPLICA, 100));

        assertThat(taken).extracting(RunningAnswer::id).doesNotContain(answer.id());
        assertThat(await(answers.keep(answer, "30"))).isTrue();
    }

    @Test
    void keptAnswer_hasItsTextStoredAndItsLeaseRenewed() {
        RunningAnswer answer = ask("how long?");
        letLapse(answer);

        assertThat(await(answers.keep(answer, "30 days"))).isTrue();

        assertThat(shops.column("SELECT partial_text || ' ' || (lease_until > now()) FROM answer WHERE id = ?",
                answer.id())).containsExactly("30 days true");
    }

    @Test
    void releasedAnswers_canBeTakenAtOnce() {
        RunningAnswer answer = ask("how long?");

        await(answers.release());

        assertThat(await(repository.takeLapsed(OTHER_REPLICA, 100))).extracting(RunningAnswer::id)
                .contains(answer.id());
    }

    @Test
    void replyWithoutText_endsTheAnswerWithoutAMessage() {
        RunningAnswer answer = ask("how long?");

        Replied replied = await(
                answers.reply(answer, new Reply("", "Robin", Finish.STOPPED, List.of(), Evidence.NONE)));

        assertThat(replied).isEqualTo(new Replied(null, null));
        assertThat(messages()).hasSize(1);
        assertThat(events.of(conversation, AnswerEnded.class)).containsExactly(
                new AnswerEnded(shop.id(), conversation, answer.id(), 1, 0, Finish.STOPPED, 1));
    }

    private RunningAnswer ask(String text) {
        return requireNonNull(await(visitorMessages.record(shop.id(), conversation, message(text))).begun());
    }

    private void letLapse(RunningAnswer answer) {
        shops.sql("UPDATE answer SET lease_until = now() - INTERVAL '1 second' WHERE id = ?", answer.id());
    }

    private List<Message> messages() {
        return await(conversations.messagesSince(shop.id(), conversation, 0, 100));
    }

    private static VisitorMessage message(String text) {
        return new VisitorMessage(UUID.randomUUID(), text, null);
    }

    private static Reply reply(String text) {
        return new Reply(text, "Robin", Finish.STOP, List.of(), Evidence.NONE);
    }
}
