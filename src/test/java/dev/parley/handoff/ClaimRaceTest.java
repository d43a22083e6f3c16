package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.VisitorMessage;
import dev.parley.feed.ConversationFeed;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Agent;
import dev.parley.tenant.Agents;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Five agents claim at once while the visitor types on and the bot answers. More rounds: -Dparley.race.rounds=5000 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ClaimRaceTest {
    private static final int ROUNDS = Integer.getInteger("parley.race.rounds", 200);
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Claims claims;
    @Inject
    Turns turns;
    @Inject
    Conversations conversations;
    @Inject
    ConversationFeed feed;
    @Inject
    Agents agents;
    @Inject
    Shops shops;

    /** Set by the {@link ModelResource}. */
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    /** Stands among the events heard, at the moment at which an agent was told that the conversation is theirs. */
    private record Acknowledged(Agent owner) {}

    @Test
    void fiveWhoClaimAtOnce_becomeOneOwnerAndTheBotIsSilent() {
        model.reset();
        model.always(Reply.answer(IntStream.range(0, 60).mapToObj(i -> "word" + i + " ").toArray(String[]::new)));
        Shop shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        List<Agent> team = IntStream.range(0, 5)
                .mapToObj(i -> await(agents.get(shop.id(), shops.agent(shop, "agent").id()))).toList();

        for (int round = 0; round < ROUNDS; round++) {
            race(shop, team, round);
        }
    }

    private void race(Shop shop, List<Agent> team, int round) {
        UUID conversation = shops.conversation(shop).id();
        Queue<Object> heard = new ConcurrentLinkedQueue<>();
        var following = feed.follow(shop.id(), conversation, heard::add);
        try {
            await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));
            if (round % 2 == 0) {
                Awaitility.await().pollDelay(java.time.Duration.ZERO).pollInterval(java.time.Duration.ofMillis(1))
                        .until(() -> heard.stream().anyMatch(event -> event instanceof AnswerGrew));
            }
            List<Uni<String>> all = new java.util.ArrayList<>();
            for (int i = 0; i < team.size(); i++) {
                all.add(claim(team.get(i), conversation, heard));
                all.add(type(shop, conversation, "and another thing, number " + i));
            }
            List<String> outcomes = await(Uni.join().all(all).andFailFast());

            assertThat(outcomes).filteredOn("mine"::equals).as("round %d", round).hasSize(1);
            assertThat(outcomes).filteredOn("already_claimed"::equals).as("round %d", round).hasSize(4);
            assertSilence(List.copyOf(heard), round);
        } finally {
            following.close();
        }
        assertNothingLost(shop, conversation, team, round);
    }

    private Uni<String> claim(Agent agent, UUID conversation, Queue<Object> heard) {
        return onAnotherThread(() -> claims.claim(agent, conversation)
                .invoke(mine -> heard.add(new Acknowledged(agent)))
                .replaceWith("mine")
                .onFailure(ParleyException.class).recoverWithItem(lost -> lost.code()));
    }

    private Uni<String> type(Shop shop, UUID conversation, String text) {
        return onAnotherThread(() -> turns
                .say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)).replaceWith("said"));
    }

    private static <T> Uni<T> onAnotherThread(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.get())
                .runSubscriptionOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultWorkerPool());
    }

    private static void assertSilence(List<Object> heard, int round) {
        int acknowledged = IntStream.range(0, heard.size()).filter(i -> heard.get(i) instanceof Acknowledged)
                .findFirst().orElseThrow();
        assertThat(heard.subList(acknowledged, heard.size())).as("round %d", round)
                .noneMatch(event -> event instanceof AnswerBegan || event instanceof AnswerGrew);
    }

    private void assertNothingLost(Shop shop, UUID conversation, List<Agent> team, int round) {
        Conversation now = await(conversations.get(shop.id(), conversation));
        List<Message> messages = await(conversations.messagesSince(shop.id(), conversation, 0, 100));
        long claimedAt = messages.stream().filter(message -> message.author() == Author.SYSTEM).findFirst()
                .map(Message::seq).orElseThrow();
        assertThat(now.state()).isInstanceOf(WithAgent.class);
        assertThat(team).extracting(Agent::id).contains(((WithAgent) now.state()).agent());
        assertThat(messages).extracting(Message::seq).as("round %d", round)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, messages.size()).boxed().toList());
        assertThat(messages).filteredOn(message -> message.author() == Author.VISITOR).extracting(Message::text)
                .contains(QUESTION).hasSize(6).doesNotHaveDuplicates();
        assertThat(messages).filteredOn(message -> message.author() == Author.BOT)
                .allMatch(message -> message.seq() < claimedAt, "before the claim in round " + round);
    }
}
