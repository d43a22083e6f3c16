package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.Conversations;
import dev.parley.testsupport.EventLog;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visitor's client sends and receives in normal operation. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VisitorSocketTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    EventLog events;
    @Inject
    Conversations conversations;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;
    private Guest guest;
    private VisitorClient anna;

    @BeforeEach
    void connect() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        guest = shops.visitor(shop);
        anna = VisitorClient.connect(site);
    }

    @AfterEach
    void hangUp() {
        anna.close();
    }

    @Test
    void hello_isAnsweredWithWhereTheConversationStands() {
        String conversation = shops.conversation(shop, guest).id().toString();

        anna.hello(guest.token(), 0);

        JsonNode ready = anna.await("ready");
        assertThat(ready.path("conversation").asText()).isEqualTo(conversation);
        assertThat(ready.path("state").asText()).isEqualTo("with_bot");
        assertThat(ready.path("epoch").asInt()).isEqualTo(1);
        assertThat(ready.path("last_seq").asInt()).isZero();
        assertThat(ready.path("heartbeat_s").asInt()).isEqualTo(20);
    }

    @Test
    void question_isAcknowledgedShownAndAnswered() {
        model.next(Reply.answer("They are", " free [1]"));
        anna.hello(guest.token(), 0);

        UUID id = anna.ask(QUESTION);

        JsonNode end = anna.await("answer.end");
        assertThat(anna.types()).containsExactly("ready", "ack", "message", "answer.begin", "answer.delta",
                "answer.delta", "message", "answer.end");
        assertThat(anna.await("ack").path("id").asText()).isEqualTo(id.toString());
        assertThat(anna.await("ack").path("seq").asInt()).isEqualTo(1);
        assertThat(anna.awaitMessage("visitor", QUESTION).path("client_id").asText()).isEqualTo(id.toString());
        JsonNode answer = anna.awaitMessage("bot", "They are free [1]");
        assertThat(anna.answerText(end.path("answer").asText())).isEqualTo("They are free [1]");
        assertThat(answer.path("sources").path(0).path("question").asText()).isEqualTo(QUESTION);
        assertThat(answer.path("finish").asText()).isEqualTo("stop");
        assertThat(end.path("seq").asInt()).isEqualTo(answer.path("seq").asInt()).isEqualTo(2);
    }

    /** Several megabytes: above the limit of one socket's queue and of memory for one page of rows. */
    @Test
    void longConversation_isToldInChaptersBySize() {
        UUID conversation = shops.conversation(shop, guest).id();
        shops.sql("""
                INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
                SELECT ?, n, ?, 'visitor', repeat('x', CASE WHEN n % 50 = 0 THEN 300000 ELSE 12000 END), now()
                FROM generate_series(1, 150) n""", conversation, shop.id().value());
        shops.sql("UPDATE conversation SET last_seq = 150 WHERE id = ?", conversation);

        List<Conversations.Chapter> chapters = new ArrayList<>();
        long since = 0;
        do {
            Conversations.Chapter next = Shops.await(conversations.chapterSince(shop.id(), conversation, since));
            chapters.add(next);
            since = next.messages().getLast().seq();
        } while (chapters.getLast().more() && since < 150);
        anna.hello(guest.token(), 0);
        anna.await("message", frame -> frame.path("seq").asInt() == 150);

        assertThat(chapters).allSatisfy(each -> assertThat(
                each.messages().stream().mapToLong(message -> message.text().length()).sum())
                .isLessThan(256 * 1024 + 300_000));
        assertThat(chapters.stream().mapToInt(each -> each.messages().size()).sum()).isEqualTo(150);
        assertThat(anna.all("message").stream().map(frame -> frame.path("seq").asInt()))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 150).boxed().toList());
    }

    @Test
    void resentMessage_isAcknowledgedAgainAndShownOnce() {
        anna.hello(guest.token(), 0);
        UUID id = anna.ask("Thanks!");
        anna.await("answer.end");

        anna.send(id, "Thanks!");
        Awaitility.await().until(() -> anna.all("ack").size() == 2);
        anna.pingPong();

        assertThat(anna.all("ack").get(1)).isEqualTo(anna.all("ack").get(0));
        assertThat(anna.all("message")).hasSize(2);
        assertThat(anna.all("answer.begin")).hasSize(1);
    }

    @Test
    void returningVisitor_hearsWhatItMissedAndNoMore() {
        anna.hello(guest.token(), 0);
        anna.ask("Thanks!");
        anna.await("answer.end");

        try (VisitorClient afresh = VisitorClient.connect(site);
                VisitorClient knowing = VisitorClient.connect(site);
                VisitorClient boasting = VisitorClient.connect(site)) {
            afresh.hello(guest.token(), 0).pingPong();
            knowing.hello(guest.token(), 1).pingPong();
            boasting.hello(guest.token(), 99).pingPong();

            assertThat(afresh.await("ready").path("last_seq").asInt()).isEqualTo(2);
            Awaitility.await().untilAsserted(() -> assertThat(seqs(afresh)).containsExactly(1, 2));
            Awaitility.await().untilAsserted(() -> assertThat(seqs(knowing)).containsExactly(2));
            Awaitility.await().untilAsserted(() -> assertThat(seqs(boasting)).containsExactly(1, 2));
        }
    }

    private static List<Integer> seqs(VisitorClient client) {
        return client.all("message").stream().map(frame -> frame.path("seq").asInt()).toList();
    }

    @Test
    void longConversation_isReplayedWholeAndInOrder() {
        shops.conversation(shop, guest);
        shops.sql("""
                INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
                SELECT conversation.id, seq, tenant_id, 'visitor', 'message ' || seq, now()
                FROM conversation, generate_series(1, 450) seq WHERE visitor_id = ?""", guest.visitor().id());
        shops.sql("UPDATE conversation SET last_seq = 450 WHERE visitor_id = ?", guest.visitor().id());

        // More frames than may wait for a slow reader, but this client reads quickly.
        anna.hello(guest.token(), 0);

        Awaitility.await().until(() -> anna.all("message").size() >= 450);
        assertThat(seqs(anna)).containsExactlyElementsOf(
                java.util.stream.IntStream.rangeClosed(1, 450).boxed().toList());
        assertThat(anna.isOpen()).isTrue();
    }

    @Test
    void visitorWhoReturnsDuringAnAnswer_hearsItFromTheBeginning() {
        model.next(Reply.answer("Thirty ", "days, ", "free of charge.").every(400));
        anna.hello(guest.token(), 0);
        anna.ask(QUESTION);
        anna.await("answer.delta");

        try (VisitorClient again = VisitorClient.connect(site)) {
            again.hello(guest.token(), 1);

            JsonNode end = again.await("answer.end");
            assertThat(again.types()).containsSubsequence("ready", "answer.begin", "answer.delta", "message",
                    "answer.end");
            assertThat(again.all("answer.delta").getFirst().path("n").asInt()).isZero();
            assertThat(again.all("answer.delta").getFirst().path("text").asText()).startsWith("Thirty ");
            assertThat(again.answerText(end.path("answer").asText())).isEqualTo("Thirty days, free of charge.");
            assertThat(seqs(again)).containsExactly(2);
        }
    }

    @Test
    void visitorWhoseLinkBreaksAgainAndAgain_getsTheWholeAnswerOfOneCall() {
        String[] pieces = "No word of this may be lost or doubled , however often the link breaks while it grows ."
                .splitWithDelimiters(" ", 0);
        model.next(Reply.answer(pieces).every(40));
        anna.hello(guest.token(), 0);
        anna.ask(QUESTION);
        anna.await("answer.begin");

        int breaks = 0;
        VisitorClient current = anna;
        while (current.all("answer.end").isEmpty() && breaks < 200) {
            current.cut();
            current = VisitorClient.connect(site).hello(guest.token(), 1);
            current.pingPong();
            breaks++;
        }

        JsonNode message = current.awaitMessage("bot", String.join("", pieces));
        current.close();
        assertThat(message.path("seq").asInt()).isEqualTo(2);
        assertThat(breaks).isGreaterThan(3);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void secondTab_seesTheSame() {
        anna.hello(guest.token(), 0);
        try (VisitorClient tab = VisitorClient.connect(site)) {
            anna.ask("Hello!");
            anna.await("answer.end");
            tab.hello(guest.token(), 0);
            // A tab that connects after the end gets no event for it; this one is there before the second question.
            tab.await("message", message -> message.path("author").asText().equals("bot"));

            anna.ask("Thanks!");
            String answer = tab.await("answer.end").path("answer").asText();
            anna.await("answer.end", end -> end.path("answer").asText().equals(answer));

            assertThat(tab.all("ack")).isEmpty();
            assertThat(tab.all("message")).isEqualTo(anna.all("message")).hasSize(4);
            assertThat(tab.answerText(answer)).isEqualTo(anna.answerText(answer)).isNotEmpty();
        }
    }

    @Test
    void stop_keepsWhatIsThere() {
        model.next(Reply.answer("They are ", "free").stallAfter(1));
        anna.hello(guest.token(), 0);
        anna.ask(QUESTION);
        anna.await("answer.delta");

        anna.say(Map.of("type", "stop", "answer", anna.await("answer.begin").path("answer").asText()));

        assertThat(anna.await("answer.end").path("finish").asText()).isEqualTo("stopped");
        anna.awaitMessage("bot", "They are ");
    }

    @Test
    void visitorWhoAsksForAPerson_waitsInLineAndTheBotIsSilent() {
        anna.hello(guest.token(), 0);

        anna.say(Map.of("type", "handoff", "reason", "too complicated"));

        JsonNode state = anna.await("state");
        assertThat(state.path("state").asText()).isEqualTo("waiting");
        assertThat(state.path("epoch").asInt()).isEqualTo(2);
        assertThat(state.path("queue").path("position").asInt()).isEqualTo(1);
        assertThat(anna.await("message").path("author").asText()).isEqualTo("system");
        anna.ask(QUESTION);
        anna.await("ack");
        anna.pingPong();
        assertThat(anna.all("answer.begin")).isEmpty();
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void waitingVisitorWhoReturns_isToldItsPlace() {
        anna.hello(guest.token(), 0);
        anna.say(Map.of("type", "handoff"));
        anna.await("state");

        try (VisitorClient again = VisitorClient.connect(site)) {
            again.hello(guest.token(), 1);

            assertThat(again.await("ready").path("state").asText()).isEqualTo("waiting");
            assertThat(again.await("state").path("queue").path("position").asInt()).isEqualTo(1);
        }
    }

    @Test
    void closedConversation_opensAgainWithTheNextMessage() {
        shops.conversation(shop, guest);
        anna.hello(guest.token(), 0);
        anna.say(Map.of("type", "close"));
        anna.await("state", frame -> frame.path("state").asText().equals("closed"));

        anna.ask("Thanks!");

        JsonNode open = anna.await("state", frame -> frame.path("state").asText().equals("with_bot"));
        assertThat(open.path("epoch").asInt()).isEqualTo(3);
        anna.await("answer.end");
    }

    @Test
    void ratingAndReading_areKept() {
        anna.hello(guest.token(), 0);
        anna.ask("Thanks!");
        anna.await("answer.end");

        anna.say(Map.of("type", "rate", "seq", 2, "value", "down", "comment", "too short"));
        anna.say(Map.of("type", "seen", "seq", 2));
        anna.say(Map.of("type", "seen", "seq", 1));
        anna.say(Map.of("type", "seen", "seq", 99));
        anna.pingPong();

        assertThat(shops.column("SELECT rating || ' ' || rating_comment FROM message WHERE seq = 2 AND tenant_id = ?",
                shop.id().value())).containsExactly("down too short");
        assertThat(shops.column("SELECT visitor_seen_seq FROM conversation WHERE visitor_id = ?",
                guest.visitor().id())).containsExactly("2");
        assertThat(anna.all("error")).isEmpty();
    }

    @Test
    void typing_isToldToTheAgentsSideAndNotEchoed() {
        shops.conversation(shop, guest);
        anna.hello(guest.token(), 0);

        anna.say(Map.of("type", "typing", "on", true));
        anna.pingPong();

        UUID conversation = UUID.fromString(anna.await("ready").path("conversation").asText());
        assertThat(events.of(conversation, ConversationEvent.Typing.class))
                .extracting(ConversationEvent.Typing::author, ConversationEvent.Typing::on)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Author.VISITOR, true));
        assertThat(anna.all("typing")).isEmpty();
    }
}
