package dev.parley.feed;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Finish;
import dev.parley.platform.database.OwnContext;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events during the replay are delivered after it. The tables answer on the replay's context, so that they cannot be
 * quicker.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReplayTest implements Replay.Listener {
    private static final UUID ANSWER = UUID.randomUUID();

    @Inject
    ConversationFeed feed;
    @Inject
    Conversations conversations;
    @Inject
    Vertx vertx;
    @Inject
    Shops shops;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Shop shop;
    private Conversation conversation;
    private Context context;
    private Replay replay;

    @BeforeEach
    void openReplay() {
        shop = shops.open();
        conversation = shops.conversation(shop);
        context = OwnContext.on(vertx);
        replay = new Replay(feed, conversations, context, shop.id(), conversation.id(), 0, this);
    }

    @AfterEach
    void endReplay() {
        happen(ended());
        context.runOnContext(ignored -> replay.end());
    }

    @Override
    public void happened(ConversationEvent event) {
        heard.add(event.getClass().getSimpleName());
    }

    @Override
    public void broke(Throwable failure) {
        heard.add(failure.toString());
    }

    @Test
    void answerThatIsWithdrawnDuringTheRead_isNotWrittenAfterwards() {
        context.runOnContext(ignored -> {
            replay.begin();
            happen(began(), grew(1), ended(), typing());
        });

        awaitTyping();
        assertThat(heard).containsExactly("Typing");
    }

    @Test
    void answerThatIsOverAfterTheRead_isToldAsAMessageAndEnds() {
        Message second = secondMessage();
        context.runOnContext(ignored -> {
            replay.begin();
            happen(began(), grew(1), new MessageStored(shop.id(), conversation.id(), second),
                    new AnswerEnded(shop.id(), conversation.id(), ANSWER, 1, 2, Finish.STOP, 1), typing());
        });

        awaitTyping();
        assertThat(heard).containsExactly("MessageStored", "MessageStored", "AnswerEnded", "Typing");
    }

    @Test
    void whoHasCaughtUp_seesWhatIsDoneThen() {
        context.runOnContext(ignored -> {
            replay.begin();
            replay.caughtUp().subscribe().with(done -> happen(began(), grew(1), ended(), typing()));
        });

        awaitTyping();
        assertThat(heard).containsExactly("AnswerBegan", "AnswerGrew", "AnswerEnded", "Typing");
    }

    @Test
    void answerThatGoesOnAfterTheRead_isWrittenAsItCame() {
        context.runOnContext(ignored -> {
            replay.begin();
            happen(began(), grew(1), grew(2), typing());
        });

        awaitTyping();
        assertThat(heard).containsExactly("AnswerBegan", "AnswerGrew", "AnswerGrew", "Typing");
    }

    @Test
    void answerOnScreenThatIsWithdrawnDuringARead_ends() {
        context.runOnContext(ignored -> {
            replay.begin();
            happen(began());
        });
        Awaitility.await().until(() -> heard.contains("AnswerBegan"));
        Message second = secondMessage();

        context.runOnContext(
                ignored -> happen(new MessageStored(shop.id(), conversation.id(), second), grew(1), ended(), typing()));

        awaitTyping();
        assertThat(heard).containsExactly("AnswerBegan", "MessageStored", "MessageStored", "AnswerEnded", "Typing");
    }

    /** The second of two stored messages without events: a client that gets an event for it must read the first. */
    private Message secondMessage() {
        for (int seq = 1; seq <= 2; seq++) {
            shops.sql("""
                    INSERT INTO message (conversation_id, seq, tenant_id, author, text, client_message_id, at)
                    VALUES (?, ?, ?, 'visitor', 'Hello', gen_random_uuid(), now())""", conversation.id(), seq,
                    shop.id().value());
        }
        return await(conversations.messagesSince(shop.id(), conversation.id(), 1, 1)).getFirst();
    }

    private void awaitTyping() {
        Awaitility.await().until(() -> heard.contains("Typing"));
    }

    private void happen(ConversationEvent... events) {
        for (ConversationEvent event : events) {
            feed.distribute(event);
        }
    }

    private AnswerBegan began() {
        return new AnswerBegan(shop.id(), conversation.id(), ANSWER, 1, 1);
    }

    private AnswerGrew grew(int n) {
        return new AnswerGrew(shop.id(), conversation.id(), ANSWER, 1, n, "word ");
    }

    private AnswerEnded ended() {
        return new AnswerEnded(shop.id(), conversation.id(), ANSWER, 1, 0, Finish.WITHDRAWN, 1);
    }

    private Typing typing() {
        return new Typing(shop.id(), conversation.id(), Author.AGENT, true, null);
    }
}
