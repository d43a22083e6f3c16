package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Five agents claim a conversation at once, each on its own socket, while the visitor types and the bot is somewhere in
 * its answer. What the agents received, what the visitor received and what the tables hold must agree. More rounds:
 * -Dparley.race.rounds=5000; the same ones again: -Dparley.race.seed=….
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ClaimRaceTest {
    private static final Logger LOG = Logger.getLogger(ClaimRaceTest.class);
    private static final int ROUNDS = Integer.getInteger("parley.race.rounds", 100);
    private static final long SEED = Long.getLong("parley.race.seed", System.nanoTime());
    /** Rounds on the same sockets, below the limit of watched conversations. */
    private static final int SHIFT = 10;
    private static final int WORDS = 40;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Set<String> BOT_WRITES = Set.of("answer.begin", "answer.delta");
    private static final String QUESTION = "How long do I have to send shoes back?";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private record Person(ConsoleUser agent, VisitorClient socket) {}

    private record Round(int number, UUID conversation, VisitorClient visitor, List<Person> team, Random random) {}

    @Test
    void fiveWhoClaimAtOnce_becomeOneOwnerTheBotIsSilentAndNothingIsLost() {
        LOG.infof("%d rounds with -Dparley.race.seed=%d", ROUNDS, SEED);
        model.reset();
        model.forgetRequests();
        model.always(
                Reply.answer(IntStream.range(0, WORDS).mapToObj(i -> "word" + i + " ").toArray(String[]::new))
                        .every(1));
        Shop shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        List<ConsoleUser> agents = IntStream.range(0, 5).mapToObj(i -> shops.agent(shop, "agent")).toList();
        long began = System.nanoTime();
        for (int first = 0; first < ROUNDS; first += SHIFT) {
            workShift(shop, agents, first, Math.min(ROUNDS, first + SHIFT));
        }
        LOG.infof("%d rounds took %d ms", ROUNDS, (System.nanoTime() - began) / 1_000_000);
    }

    private void workShift(Shop shop, List<ConsoleUser> agents, int first, int end) {
        List<Person> team = agents.stream()
                .map(agent -> new Person(agent,
                        VisitorClient.connectAgent(site, ConsoleUser.origin(), agent.cookie()).impatient()))
                .toList();
        try {
            team.forEach(person -> person.socket().await("ready"));
            for (int number = first; number < end; number++) {
                Guest guest = shops.visitor(shop);
                UUID conversation = shops.conversation(shop, guest).id();
                try (VisitorClient visitor = VisitorClient.connect(site).impatient().hello(guest.token(), 0)) {
                    race(new Round(number, conversation, visitor, team, new Random(SEED + number)));
                }
            }
        } finally {
            team.forEach(person -> person.socket().close());
        }
    }

    private void race(Round round) {
        round.team().forEach(person -> person.socket().say(about("watch", round)));
        round.team().forEach(person -> person.socket().await("watching", frame -> isOf(round, frame)));
        List<UUID> sent = new ArrayList<>();
        sent.add(round.visitor().ask(QUESTION));
        letTheBotWrite(round, round.random().nextInt(WORDS + 1));

        sent.addAll(claimAndType(round));

        Person owner = theOwner(round);
        UUID lastWord = sayLastWord(round, owner);
        sent.forEach(id -> round.visitor().await("ack", frame -> frame.path("id").asText().equals(id.toString())));
        assertOneStory(round, owner, sent, lastWord);
    }

    /** That many words, or all if the answer is shorter; with 0 the claims race with the question itself. */
    private static void letTheBotWrite(Round round, int words) {
        Awaitility.await().atMost(SOON).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> round.visitor().all("answer.delta").size() >= words
                        || !round.visitor().all("answer.end").isEmpty());
    }

    private static List<UUID> claimAndType(Round round) {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (Person person : round.team()) {
            all.add(Thread.ofVirtual().start(() -> {
                awaitStart(start);
                person.socket().say(about("claim", round));
            }));
        }
        List<UUID> ids = IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();
        all.add(Thread.ofVirtual().start(() -> {
            awaitStart(start);
            ids.forEach(id -> round.visitor().send(id, "and another thing, " + id));
        }));
        start.countDown();
        all.forEach(ClaimRaceTest::join);
        return ids;
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(SOON)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Person theOwner(Round round) {
        Awaitility.await().atMost(SOON).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(() -> round.team().stream().allMatch(person -> verdict(round, person) != null));
        List<Person> owners = round.team().stream().filter(person -> "claimed".equals(verdict(round, person)))
                .toList();
        assertThat(owners).as(name(round)).hasSize(1);
        assertThat(round.team()).as(name(round)).filteredOn(person -> !owners.contains(person))
                .allMatch(person -> "already_claimed".equals(verdict(round, person)));
        return owners.getFirst();
    }

    private static @org.jspecify.annotations.Nullable String verdict(Round round, Person person) {
        return person.socket().heard().stream().filter(frame -> isOf(round, frame))
                .map(frame -> frame.path("type").asText().equals("claimed")
                        ? "claimed"
                        : frame.path("code").asText(null))
                .filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    /** Events are ordered: who received this one has received all before it. */
    private static UUID sayLastWord(Round round, Person owner) {
        UUID id = UUID.randomUUID();
        String text = "Last word " + id;
        round.visitor().pingPong();
        owner.socket().say(Map.of("type", "send", "conversation", round.conversation().toString(), "id",
                id.toString(), "text", text));
        round.visitor().awaitMessage("agent", text);
        round.team().forEach(person -> person.socket().awaitMessage("agent", text));
        owner.socket().await("ack", frame -> frame.path("id").asText().equals(id.toString()));
        return id;
    }

    private void assertOneStory(Round round, Person owner, List<UUID> sent, UUID lastWord) {
        List<String> stored = shops.column("""
                SELECT seq || ' ' || author || ' ' || COALESCE(CAST(client_message_id AS text), '') || ' ' || text
                FROM message WHERE conversation_id = ? ORDER BY seq""", round.conversation());
        assertThat(stored).as(name(round)).extracting(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
        assertThat(stored).as(name(round)).filteredOn(line -> line.contains(" visitor ")).hasSize(sent.size())
                .allMatch(line -> sent.stream().anyMatch(id -> line.contains(id.toString())));
        assertThat(stored).as(name(round)).last().asString().contains(" agent " + lastWord);
        int notice = indexOf(stored, " system ");
        assertThat(stored.subList(notice, stored.size())).as(name(round))
                .noneMatch(line -> line.contains(" bot "));
        assertThat(shops.column("SELECT state || ' ' || agent_id FROM conversation WHERE id = ?",
                round.conversation())).as(name(round)).containsExactly("with_agent " + owner.agent().id());
        assertThat(shops.column("SELECT id FROM answer WHERE conversation_id = ? AND finish IS NULL",
                round.conversation())).as(name(round)).isEmpty();

        assertHeard(round, round.visitor().heard(), stored);
        assertAcks(round, stored);
        for (Person person : round.team()) {
            assertHeard(round, person.socket().heard().stream().filter(frame -> isOf(round, frame)).toList(), stored);
        }
    }

    /**
     * The whole thread, each message once and in order, and nothing from the bot after the change of owner or the ack
     * of the claim.
     */
    private static void assertHeard(Round round, List<JsonNode> heard, List<String> stored) {
        assertThat(heard).as(name(round)).filteredOn(frame -> frame.path("type").asText().equals("message"))
                .extracting(ClaimRaceTest::line).containsExactlyElementsOf(stored);
        List<String> types = heard.stream().map(frame -> frame.path("type").asText()
                + frame.path("state").asText() + frame.path("author").asText()).toList();
        int switched = IntStream.range(0, types.size())
                .filter(i -> types.get(i).equals("statewith_agent") || types.get(i).equals("claimed"))
                .findFirst().orElseThrow();
        assertThat(types.subList(switched, types.size())).as(name(round))
                .noneMatch(type -> BOT_WRITES.contains(type) || type.equals("messagebot"));
        assertThat(types.lastIndexOf("answer.end")).as("what began to be written has ended, in " + name(round))
                .isGreaterThanOrEqualTo(types.lastIndexOf("answer.begin"));
    }

    private static String line(JsonNode message) {
        return message.path("seq").asText() + " " + message.path("author").asText() + " "
                + message.path("client_id").asText("") + " " + message.path("text").asText();
    }

    private static void assertAcks(Round round, List<String> stored) {
        assertThat(round.visitor().all("ack")).as(name(round)).hasSize(4)
                .allMatch(ack -> stored.get(ack.path("seq").asInt() - 1).contains(ack.path("id").asText()));
    }

    private static int indexOf(List<String> lines, String part) {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(part)).findFirst().orElseThrow();
    }

    private static boolean isOf(Round round, JsonNode frame) {
        return frame.path("conversation").asText().equals(round.conversation().toString());
    }

    private static Map<String, String> about(String type, Round round) {
        return Map.of("type", type, "conversation", round.conversation().toString());
    }

    private static String name(Round round) {
        return "round " + round.number() + " of -Dparley.race.seed=" + SEED;
    }
}
