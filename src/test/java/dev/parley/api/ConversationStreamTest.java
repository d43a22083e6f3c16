package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import dev.parley.feed.ConversationFeed;
import dev.parley.testsupport.EventStream;
import dev.parley.testsupport.EventStream.Event;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream that breaks off can be resumed where it stopped. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ConversationStreamTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String[] PIECES = {"Shoes", " can", " go", " back", " to", " us", " in", " time"};
    private static final String ANSWER = String.join("", PIECES);
    /** ack, question, begin, the deltas, message, end. */
    private static final int EVENTS = 3 + PIECES.length + 2;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    ConversationFeed feed;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private String conversation;
    private UUID id;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        another();
    }

    private void another() {
        conversation = shops.conversation(shop).id().toString();
        id = UUID.randomUUID();
    }

    @Test
    void stream_tellsProxiesToLetItThrough() {
        model.always(Reply.answer(PIECES));

        try (EventStream stream = ask(null)) {
            assertThat(stream.rest()).hasSize(EVENTS).allSatisfy(event -> assertThat(event.id()).isNotBlank());
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        }
    }

    @Test
    void silentStream_showsThatItIsAlive() {
        model.always(Reply.answer(PIECES).firstAfter(2_500));

        try (EventStream stream = ask(null)) {
            assertThat(stream.rest()).hasSize(EVENTS);
            assertThat(stream.comments()).isPositive();
        }
    }

    @Test
    void readerCutOffAnywhere_goesOnWithoutLossOrDoubling() {
        model.always(Reply.answer(PIECES).every(25));
        for (int read = 1; read < EVENTS; read++) {
            another();
            List<Event> all = new ArrayList<>();
            try (EventStream first = ask(null)) {
                all.addAll(first.take(read));
            }
            try (EventStream second = ask(all.getLast().id())) {
                all.addAll(second.rest());
            }
            assertWhole(all, "cut after " + read);
        }
        assertThat(model.requests()).hasSize(EVENTS - 1);
    }

    @Test
    void readerWhoComesBackAfterTheEnd_hearsWhatWasMissed() {
        model.always(Reply.answer(PIECES).every(10));
        for (int read : new int[]{1, 2, 5, EVENTS - 2, EVENTS - 1, EVENTS}) {
            another();
            List<Event> all = new ArrayList<>();
            try (EventStream first = ask(null)) {
                all.addAll(first.take(read));
            }
            awaitAnswer();
            try (EventStream second = ask(all.getLast().id())) {
                all.addAll(second.rest());
            }
            assertThat(numbers(all)).as("cut after " + read).containsExactly(1, 2);
            assertThat(all.getLast().type()).as("cut after " + read).isEqualTo("answer.end");
            assertThat(types(all, "answer.end")).hasSize(1);
            assertThat(types(all, "ack")).hasSize(1);
        }
    }

    @Test
    void readerCutOffSeveralTimes_hearsEachWordOnce() {
        model.always(Reply.answer(PIECES).every(40));
        List<Event> all = new ArrayList<>();
        String last = null;
        do {
            try (EventStream stream = ask(last)) {
                all.addAll(stream.take(2));
                last = all.getLast().id();
            }
        } while (!all.getLast().type().equals("answer.end"));

        assertWhole(all, "cut after every second event");
    }

    @Test
    void idThatIsNoneOfOurs_beginsAtTheBeginning() {
        model.always(Reply.answer(PIECES));
        for (String odd : List.of("", "x", "-1", "1.2", "99999999999999999999", "1..2", "0.a-b.1.1")) {
            another();
            try (EventStream stream = ask(odd)) {
                assertThat(stream.rest()).as(odd).hasSize(EVENTS);
            }
        }
    }

    @Test
    void readersWhoGoAway_stopNoAnswerAndLeaveNothingBehind() {
        model.always(Reply.answer(PIECES).every(20));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            another();
            try (EventStream stream = ask(null)) {
                stream.take(1 + i % 5);
            }
            asked.add(conversation);
        }

        for (String each : asked) {
            Awaitility.await()
                    .until(() -> shops.column("SELECT text FROM message WHERE conversation_id = ? AND author = 'bot'",
                            UUID.fromString(each)).equals(List.of(ANSWER)));
        }
        Awaitility.await().untilAsserted(() -> assertThat(feed.open()).isEmpty());
        assertThat(shops.column("SELECT state FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"))
                .isEmpty();
    }

    private void assertWhole(List<Event> all, String situation) {
        String text = types(all, "answer.delta").stream().map(event -> event.data().path("text").asText())
                .collect(Collectors.joining());
        // A client that reconnects after the end gets the rest as one message.
        assertThat(ANSWER).as(situation).startsWith(text);
        assertThat(numbers(all)).as(situation).containsExactly(1, 2);
        assertThat(types(all, "ack")).as(situation).hasSize(1);
        assertThat(types(all, "answer.end")).as(situation).hasSize(1);
        assertThat(types(all, "message").getLast().data().path("text").asText()).as(situation).isEqualTo(ANSWER);
        assertThat(all.getLast().type()).as(situation).isEqualTo("answer.end");
    }

    private static List<Event> types(List<Event> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static List<Integer> numbers(List<Event> events) {
        return types(events, "message").stream().map(event -> event.data().path("seq").asInt()).toList();
    }

    private void awaitAnswer() {
        Awaitility.await().until(() -> given().header("Authorization", "Bearer " + shop.apiKey())
                .get("/v1/conversations/" + conversation).<Integer>path("last_seq") == 2);
    }

    private EventStream ask(@Nullable String lastEventId) {
        return EventStream.post(site.resolve("/v1/conversations/" + conversation + "/messages"), shop.apiKey(),
                "{\"id\":\"" + id + "\",\"text\":\"" + QUESTION + "\"}", lastEventId);
    }
}
