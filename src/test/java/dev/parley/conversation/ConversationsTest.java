package dev.parley.conversation;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.Opening;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.platform.ParleyException;
import dev.parley.testsupport.EventLog;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConversationsTest {
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Shops shops;
    @Inject
    EventLog events;

    private Shop shop;
    private UUID conversation;

    @BeforeEach
    void openConversation() {
        shop = shops.open();
        conversation = shops.conversation(shop).id();
    }

    @Test
    void messagesAtOnce_areNumberedWithoutGapsAndBeginOneAnswer() {
        List<Recorded> recorded = await(atOnce(IntStream.range(0, 50)
                .mapToObj(i -> visitorMessages.record(shop.id(), conversation, message("question " + i))).toList()));

        assertThat(recorded).extracting(each -> each.message().seq())
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
        assertThat(recorded).filteredOn(each -> each.begun() != null).hasSize(1);
        assertThat(await(conversations.get(shop.id(), conversation)).lastSeq()).isEqualTo(50);
        assertThat(shops.column("SELECT seq FROM message WHERE conversation_id = ? ORDER BY seq", conversation))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).mapToObj(Long::toString).toList());
        assertThat(shops.column("SELECT id FROM answer WHERE conversation_id = ?", conversation)).hasSize(1);
    }

    @Test
    void sameMessageTenTimesAtOnce_isStoredAndToldOnce() {
        VisitorMessage message = message("once");

        List<Recorded> recorded = await(atOnce(IntStream.range(0, 10)
                .mapToObj(i -> visitorMessages.record(shop.id(), conversation, message)).toList()));

        assertThat(recorded).extracting(each -> each.message().seq()).containsOnly(1L);
        assertThat(recorded).filteredOn(each -> !each.duplicate()).hasSize(1);
        assertThat(shops.column("SELECT text FROM message WHERE conversation_id = ?", conversation))
                .containsExactly("once");
        assertThat(await(conversations.get(shop.id(), conversation)).lastSeq()).isEqualTo(1);
        assertThat(events.of(conversation, MessageStored.class)).hasSize(1);
    }

    @Test
    void resentMessage_getsTheFirstResult() {
        VisitorMessage message = message("hello?");
        Recorded first = await(visitorMessages.record(shop.id(), conversation, message));
        await(visitorMessages.record(shop.id(), conversation, message("more")));

        Recorded again = await(visitorMessages.record(shop.id(), conversation, message));

        assertThat(again).isEqualTo(new Recorded(first.message(), true, false, null));
    }

    @Test
    void visitorWhoWasErasedMeanwhile_isAbsent() {
        assertAbsent(conversations.latestOrOpen(
                conversations.draft(shop.id(), new Opening(UUID.randomUUID(), "en", null, "{}"))));
    }

    @Test
    void anotherShopsConversation_isAbsent() {
        Shop other = shops.open();

        assertAbsent(conversations.get(other.id(), conversation));
        assertAbsent(visitorMessages.record(other.id(), conversation, message("let me in")));
        assertAbsent(conversations.change(other.id(), conversation, now -> new OwnerChange(new Closed(), "closed")));
        assertAbsent(conversations.rate(other.id(), conversation, 1, true, null));
        assertAbsent(conversations.thread(other.id(), conversation, 10));
        assertThat(await(conversations.messagesSince(other.id(), conversation, 0, 10))).isEmpty();
        assertThat(await(conversations.get(shop.id(), conversation)).state()).isEqualTo(new WithBot());
    }

    @Test
    void messageToAClosedConversation_opensItAgainWithTheBot() {
        Conversation closed = await(
                conversations.change(shop.id(), conversation, now -> new OwnerChange(new Closed(), "closed")));

        Recorded recorded = await(visitorMessages.record(shop.id(), conversation, message("one more thing")));

        Conversation now = await(conversations.get(shop.id(), conversation));
        assertThat(now.state()).isEqualTo(new WithBot());
        assertThat(now.epoch()).isEqualTo(closed.epoch() + 1);
        assertThat(recorded.begun()).isNotNull().extracting(RunningAnswer::epoch).isEqualTo(now.epoch());
        assertThat(events.of(conversation, OwnerChanged.class)).extracting(event -> event.now().state().wire())
                .containsExactly("closed", "with_bot");
    }

    @Test
    void messageToSomebodyWhoWaits_beginsNoAnswer() {
        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new Waiting(), "please wait")));

        Recorded recorded = await(visitorMessages.record(shop.id(), conversation, message("anybody there?")));

        assertThat(recorded.withBot()).isFalse();
        assertThat(recorded.begun()).isNull();
        assertThat(recorded.message().seq()).isEqualTo(2);
    }

    @Test
    void newOwner_isToldWithANumberedNoticeAndAHigherEpoch() {
        Conversation now = await(
                conversations.change(shop.id(), conversation, before -> new OwnerChange(new Waiting(), "please wait")));

        assertThat(now.epoch()).isEqualTo(2);
        assertThat(now.waitingSince()).isNotNull();
        List<Message> messages = await(conversations.messagesSince(shop.id(), conversation, 0, 10));
        assertThat(messages).extracting(Message::author, Message::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Author.SYSTEM, "please wait"));
    }

    @Test
    void newOwner_endsTheRunningAnswer() {
        RunningAnswer answer = begun(await(visitorMessages.record(shop.id(), conversation, message("why?"))));

        await(conversations.change(shop.id(), conversation, now -> new OwnerChange(new Waiting(), "please wait")));

        assertThat(shops.column("SELECT finish FROM answer WHERE id = ?", answer.id())).containsExactly("withdrawn");
    }

    @Test
    void ruleThatLeavesTheOwner_changesNothing() {
        Conversation before = await(conversations.get(shop.id(), conversation));

        Conversation after = await(conversations.change(shop.id(), conversation, now -> null));

        assertThat(after).isEqualTo(before);
        assertThat(events.of(conversation)).isEmpty();
    }

    @Test
    void tenWhoAskForAPersonAtOnce_changeTheOwnerOnce() {
        await(atOnce(IntStream.range(0, 10).mapToObj(i -> conversations.change(shop.id(), conversation,
                now -> now.state() instanceof WithBot ? new OwnerChange(new Waiting(), "please wait") : null))
                .toList()));

        assertThat(await(conversations.get(shop.id(), conversation)).epoch()).isEqualTo(2);
        assertThat(await(conversations.messagesSince(shop.id(), conversation, 0, 20))).hasSize(1);
    }

    @Test
    void placeInLine_countsThoseOfTheSameShopWhoAskedBefore() {
        UUID second = shops.conversation(shop).id();
        Shop other = shops.open();
        await(conversations.change(other.id(), shops.conversation(other).id(), now -> waiting()));
        await(conversations.change(shop.id(), conversation, now -> waiting()));
        Conversation behind = await(conversations.change(shop.id(), second, now -> waiting()));

        Long place = await(
                conversations.queuePosition(shop.id(), java.util.Objects.requireNonNull(behind.waitingSince())));

        assertThat(place).isEqualTo(2);
    }

    private static OwnerChange waiting() {
        return new OwnerChange(new Waiting(), "please wait");
    }

    @Test
    void rating_isTakenForAnswersOnly() {
        await(visitorMessages.record(shop.id(), conversation, message("why?")));

        assertAbsent(conversations.rate(shop.id(), conversation, 1, true, null));
        assertAbsent(conversations.rate(shop.id(), conversation, 99, true, null));
    }

    @Test
    void hugeTextWithEveryCharacter_comesBackAsItWent() {
        String text = "\"'\\;--<b>\u2028\t\n مرحبا 你好 😀".repeat(200);

        await(visitorMessages.record(shop.id(), conversation, message(text)));

        assertThat(await(conversations.messagesSince(shop.id(), conversation, 0, 10)).getFirst().text())
                .isEqualTo(text);
    }

    @Test
    void threadOfALongConversation_endsWithItsNewestLinesInOrder() {
        for (String text : List.of("one", "two", "three")) {
            await(visitorMessages.record(shop.id(), conversation, message(text)));
        }

        ConversationThread thread = await(conversations.thread(shop.id(), conversation, 2));

        assertThat(thread.lines()).extracting(ConversationThread.Line::text).containsExactly("two", "three");
    }

    @Test
    void threadOfANewConversation_hasNoLines() {
        assertThat(await(conversations.thread(shop.id(), conversation, 2)).lines()).isEmpty();
    }

    private static RunningAnswer begun(Recorded recorded) {
        return java.util.Objects.requireNonNull(recorded.begun());
    }

    private static VisitorMessage message(String text) {
        return new VisitorMessage(UUID.randomUUID(), text, null);
    }

    private static <T> Uni<List<T>> atOnce(List<Uni<T>> work) {
        return Uni.join().all(work).andFailFast();
    }

    private static void assertAbsent(Uni<?> work) {
        assertThatExceptionOfType(ParleyException.class).isThrownBy(() -> await(work))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("not_found"));
    }
}
