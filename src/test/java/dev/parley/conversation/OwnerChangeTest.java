package dev.parley.conversation;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.BotTurns;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.conversation.answer.Supervision;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.EventLog;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot hands over and gets conversations back. The scheduler is off, since it would take pending answers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnerChangeTest {
    private static final HandoffCause CAUSE = new HandoffCause(HandoffReason.UNANSWERED, null, null, HandoffBy.RULE);
    private static final OwnerChange QUEUED = new OwnerChange(new Waiting(), "Somebody will be with you.", CAUSE);
    private static final OwnerChange BOT_GOES_ON = new OwnerChange(new WithBot(), "", CAUSE);

    @Inject
    Tenants tenants;
    @Inject
    Answers answers;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Supervision supervision;
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

    /** Its summary would replace the open questions at some later moment. */
    private void leaveOutTheModel() {
        await(tenants.setModels(shop.id(), new ModelSettings(List.of(), "mars", null)));
    }

    @AfterEach
    void leaveNothingToPickUp() {
        shops.sql("UPDATE answer SET finish = 'withdrawn' WHERE finish IS NULL AND tenant_id = ?", shop.id().value());
        scheduler.resume();
    }

    @Test
    void lastReplyOfTheBot_isStoredWithTheOwnerChange() {
        leaveOutTheModel();
        RunningAnswer answer = ask("Where is my parcel?");

        Replied replied = await(answers.replyAndHandOff(answer, lastWords(), QUEUED));

        assertThat(replied.next()).isNull();
        assertThat(requireNonNull(replied.message()).seq()).isEqualTo(2);
        assertThat(messages()).extracting(line -> line.author().wire() + " " + line.finish() + ": " + line.text())
                .containsExactly("visitor null: Where is my parcel?", "bot handoff: I pass you on.",
                        "system null: Somebody will be with you.");
        Conversation now = now();
        assertThat(now.state()).isEqualTo(new Waiting());
        assertThat(now.epoch()).isEqualTo(answer.epoch() + 1);
        assertThat(now.handoff()).isEqualTo(
                new HandoffCause(HandoffReason.UNANSWERED, null, "Where is my parcel?", HandoffBy.RULE));
        assertThat(shops.column("SELECT finish || ' ' || (evidence::json ->> 'model') FROM answer WHERE id = ?",
                answer.id())).containsExactly("handoff m");
    }

    @Test
    void followers_hearOfTheAnswersEndBeforeTheNewOwner() {
        leaveOutTheModel();
        RunningAnswer answer = ask("Where is my parcel?");

        await(answers.replyAndHandOff(answer, lastWords(), QUEUED));

        List<ConversationEvent> told = events.of(conversation);
        assertThat(told.subList(told.size() - 4, told.size())).extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MessageStored", "AnswerEnded", "OwnerChanged", "MessageStored");
        assertThat(events.of(conversation, AnswerEnded.class)).containsExactly(
                new AnswerEnded(shop.id(), conversation, answer.id(), 1, 2, Finish.HANDOFF, 1));
        assertThat(events.of(conversation, OwnerChanged.class).getFirst().now().handoff()).isEqualTo(now().handoff());
    }

    @Test
    void messageThatCameMeanwhile_isForTheAgent() {
        leaveOutTheModel();
        RunningAnswer answer = ask("Where is my parcel?");
        record("It is number 7.");

        Replied replied = await(answers.replyAndHandOff(answer, lastWords(), QUEUED));

        assertThat(replied.next()).isNull();
        assertThat(await(answers.isRunning(shop.id(), conversation))).isFalse();
        assertThat(requireNonNull(now().handoff()).summary()).isEqualTo("Where is my parcel? / It is number 7.");
    }

    @Test
    void visitorWhoPressedTheButtonFirst_isNotHandedOverTwice() {
        RunningAnswer answer = ask("Where is my parcel?");
        HandoffCause asked = HandoffCause.asked(HandoffBy.VISITOR, null);
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new Waiting(), "In line.", asked)));

        Replied replied = await(answers.replyAndHandOff(answer, lastWords(), QUEUED));

        assertThat(replied).isEqualTo(new Replied(null, null));
        assertThat(messages()).extracting(Message::text).containsExactly("Where is my parcel?", "In line.");
        assertThat(requireNonNull(now().handoff()).by()).isEqualTo(HandoffBy.VISITOR);
        assertThat(now().epoch()).isEqualTo(answer.epoch() + 1);
    }

    @Test
    void attemptThatWasReplaced_handsNothingOver() {
        RunningAnswer first = ask("Where is my parcel?");
        await(answers.restart(first));

        Replied replied = await(answers.replyAndHandOff(first, lastWords(), QUEUED));

        assertThat(replied).isEqualTo(new Replied(null, null));
        assertThat(now().state()).isEqualTo(new WithBot());
        assertThat(messages()).hasSize(1);
    }

    @Test
    void wordsThatCannotBeStored_leaveTheConversationWithTheBot() {
        RunningAnswer answer = ask("Where is my parcel?");
        Reply broken = new Reply("I pass\u0000 you on.", "Robin", Finish.HANDOFF, List.of(), Evidence.NONE);

        assertThat(answers.replyAndHandOff(answer, broken, QUEUED).onItemOrFailure()
                .transform((replied, failure) -> failure != null).await().indefinitely()).isTrue();

        assertThat(now().state()).isEqualTo(new WithBot());
        assertThat(await(answers.isRunning(shop.id(), conversation))).isTrue();
    }

    @Test
    void heldAnswer_isWithdrawnAndDoesNotDelayTheHandoff() {
        leaveOutTheModel();
        RunningAnswer first = ask("Do you have tents?");
        await(supervision.hold(shop.id(), conversation, true));
        await(answers.hold(first, new Reply("Yes.", "Robin", Finish.STOP, List.of(), Evidence.NONE)));
        RunningAnswer second = ask("I want a person.");

        await(answers.replyAndHandOff(second, lastWords(), QUEUED));

        assertThat(now().state()).isEqualTo(new Waiting());
        assertThat(await(supervision.of(shop.id(), conversation)).waiting()).isEmpty();
        assertThat(messages()).extracting(Message::text).containsExactly("Do you have tents?", "I want a person.",
                "I pass you on.", "Somebody will be with you.");
        assertThat(requireNonNull(now().handoff()).summary()).isEqualTo("Do you have tents? / I want a person.");
    }

    @Test
    void nobodyThere_theBotGoesOnAndTheWishIsKept() {
        RunningAnswer answer = ask("Where is my parcel?");
        record("Hello?");

        Replied replied = await(answers.replyAndHandOff(answer, lastWords(), BOT_GOES_ON));

        assertThat(requireNonNull(replied.message()).finish()).isEqualTo("handoff");
        assertThat(requireNonNull(replied.next())).extracting(RunningAnswer::firstQuestionSeq,
                RunningAnswer::questionSeq, RunningAnswer::epoch).containsExactly(2L, 2L, answer.epoch());
        assertThat(now().state()).isEqualTo(new WithBot());
        assertThat(requireNonNull(now().handoff()).reason()).isEqualTo(HandoffReason.UNANSWERED);
        assertThat(events.of(conversation, OwnerChanged.class)).isEmpty();
    }

    @Test
    void openQuestions_areThoseThatNobodyAnswered() {
        leaveOutTheModel();
        reply(ask("How long may I return?"), "30 days", Finish.FAQ);
        reply(ask("Do you sell bicycles?"), "I do not know.", Finish.NO_ANSWER);
        reply(ask("thanks"), "You are welcome!", Finish.COURTESY);
        record("A person, please.");

        await(conversations.change(shop.id(), conversation, now -> QUEUED));

        assertThat(requireNonNull(now().handoff()).summary())
                .isEqualTo("Do you sell bicycles? / thanks / A person, please.");
    }

    @Test
    void laterSummary_isStoredAndToldToStaffAlone() {
        ask("Where is my parcel?");
        int epoch = await(conversations.change(shop.id(), conversation, now -> QUEUED)).epoch();

        assertThat(summarize(epoch, "Parcel 7 is late.")).isTrue();

        assertThat(requireNonNull(now().handoff()).summary()).isEqualTo("Parcel 7 is late.");
        assertThat(events.of(conversation).getLast()).isInstanceOf(StaffOnly.class);
    }

    @Test
    void laterSummary_reachesTheAgentWhoClaimedAndNoLaterHandoff() {
        int epoch = await(conversations.change(shop.id(), conversation, now -> QUEUED)).epoch();
        UUID ada = UUID.randomUUID();
        await(conversations.change(shop.id(), conversation,
                now -> new OwnerChange(new WithAgent(ada), "Ada is here.")));

        assertThat(summarize(epoch, "for Ada")).isTrue();
        assertThat(summarize(epoch + 1, "of another")).isFalse();
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new WithBot(), "The bot is back.")));
        assertThat(summarize(epoch, "too late")).isFalse();

        assertThat(requireNonNull(now().handoff()).summary()).isEqualTo("for Ada");
        assertThat(await(conversations.summarize(shops.open().id(), conversation, epoch, "of another shop")))
                .isFalse();
    }

    @Test
    void questionsAskedWhileWaiting_areTheBotsWhenItIsBack() {
        await(answers.replyAndHandOff(ask("A person, please."), lastWords(), QUEUED));
        record("Where is my parcel?");
        record("It is number 7.");

        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new WithBot(), "The bot is back.")));

        RunningAnswer begun = requireNonNull(back().begun());
        assertThat(begun).extracting(RunningAnswer::firstQuestionSeq, RunningAnswer::questionSeq, RunningAnswer::epoch)
                .containsExactly(4L, 5L, now().epoch());
        assertThat(requireNonNull(await(answers.reply(begun, words("Tomorrow.", Finish.STOP))).message()).text())
                .isEqualTo("Tomorrow.");
    }

    @Test
    void whatAnAgentLeftUnanswered_isTheBotsAndNothingElse() {
        UUID ada = UUID.randomUUID();
        ask("Where is my parcel?");
        await(conversations.change(shop.id(), conversation,
                now -> new OwnerChange(new WithAgent(ada), "Ada is here.")));
        shops.sql("UPDATE conversation SET last_seq = 3 WHERE id = ?", conversation);
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) VALUES (?, 3, ?, 'agent', 'Tomorrow.', now())",
                conversation, shop.id().value());

        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new WithBot(), "The bot is back.")));
        assertThat(back().begun()).isNull();

        await(conversations.change(shop.id(), conversation,
                now -> new OwnerChange(new WithAgent(ada), "Ada is here.")));
        record("And the tent?");
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new WithBot(), "The bot is back.")));
        assertThat(requireNonNull(back().begun()).firstQuestionSeq()).isEqualTo(6);
    }

    @Test
    void botsTurns_countSinceAPersonWasWantedLast() {
        reply(ask("hello"), "Hello!", Finish.COURTESY);
        reply(ask("one"), "1", Finish.FAQ);
        reply(ask("two"), "?", Finish.NO_ANSWER);
        assertThat(turns()).isEqualTo(new BotTurns(2, 1));
        reply(ask("three"), "sorry", Finish.INTERRUPTED);
        reply(ask("four"), "?", Finish.NO_ANSWER);
        assertThat(turns()).isEqualTo(new BotTurns(4, 2));

        await(answers.replyAndHandOff(ask("five"), lastWords(), BOT_GOES_ON));

        assertThat(turns()).isEqualTo(new BotTurns(0, 0));
        reply(ask("six"), "6", Finish.FAQ);
        assertThat(turns()).isEqualTo(new BotTurns(1, 0));
    }

    private RunningAnswer ask(String text) {
        return requireNonNull(record(text));
    }

    private @Nullable RunningAnswer record(String text) {
        return await(visitorMessages.record(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)))
                .begun();
    }

    private void reply(RunningAnswer answer, String text, Finish finish) {
        await(answers.reply(answer, words(text, finish)));
    }

    private boolean summarize(int epoch, String summary) {
        return await(conversations.summarize(shop.id(), conversation, epoch, summary));
    }

    private OwnerChanged back() {
        return events.of(conversation, OwnerChanged.class).getLast();
    }

    private BotTurns turns() {
        return await(answers.turns(shop.id(), conversation));
    }

    private Conversation now() {
        return await(conversations.get(shop.id(), conversation));
    }

    private List<Message> messages() {
        return await(conversations.messagesSince(shop.id(), conversation, 0, 100));
    }

    private static Reply lastWords() {
        return new Reply("I pass you on.", "Robin", Finish.HANDOFF, List.of(), Evidence.NONE.answeredBy("m", null, 1));
    }

    private static Reply words(String text, Finish finish) {
        return new Reply(text, "Robin", finish, List.of(), Evidence.NONE);
    }
}
