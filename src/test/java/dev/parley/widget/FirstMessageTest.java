package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

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

/** Opening a page creates no conversation; the first message does, and every tab of the visitor continues it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class FirstMessageTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;
    private Guest guest;
    private VisitorClient first;
    private VisitorClient second;

    @BeforeEach
    void connect() {
        model.reset();
        model.always(Reply.answer("Gladly."));
        shop = shops.open();
        guest = shops.visitor(shop);
        first = VisitorClient.connect(site).hello(guest.token(), 0);
        second = VisitorClient.connect(site).hello(guest.token(), 0);
        first.await("ready");
        second.await("ready");
    }

    @AfterEach
    void hangUp() {
        first.close();
        second.close();
    }

    private List<String> conversations() {
        return shops.column("SELECT id::text FROM conversation WHERE visitor_id = ?", guest.visitor().id());
    }

    @Test
    void framesWithoutAMessage_openNoConversation() {
        first.say(Map.of("type", "typing", "on", true));
        first.say(Map.of("type", "seen", "seq", 0));
        first.say(Map.of("type", "stop", "answer", UUID.randomUUID().toString()));
        first.say(Map.of("type", "close"));
        first.say(Map.of("type", "rate", "seq", 1, "value", "up"));
        first.say(Map.of("type", "send", "id", UUID.randomUUID().toString(), "text", "   "));

        first.awaitError("not_found");
        first.awaitError("text_empty");
        first.pingPong();
        assertThat(conversations()).isEmpty();
    }

    @Test
    void firstMessage_opensTheConversation() {
        first.ask("Thanks!");

        first.await("answer.end");
        assertThat(first.types()).contains("answer.begin", "answer.delta");
        assertThat(conversations()).containsExactly(first.await("ready").path("conversation").asText());
        assertThat(first.all("ready")).hasSize(1);
    }

    @Test
    void otherTab_joinsTheConversation() {
        first.ask("Thanks!");

        second.awaitMessage("visitor", "Thanks!");
        // A client that connects after the answer gets it as one message.
        second.await("message", frame -> frame.path("author").asText().equals("bot"));
        second.ask("Goodbye!");
        first.awaitMessage("visitor", "Goodbye!");
        assertThat(conversations()).hasSize(1);
        assertThat(second.all("ready").getLast().path("conversation").asText()).isEqualTo(conversations().getFirst());
    }

    @Test
    void tabsThatWriteAtOnce_shareOneConversation() {
        for (int round = 0; round < 10; round++) {
            Guest visitor = shops.visitor(shop);
            try (VisitorClient left = VisitorClient.connect(site).hello(visitor.token(), 0);
                    VisitorClient right = VisitorClient.connect(site).hello(visitor.token(), 0)) {
                left.await("ready");
                right.await("ready");
                left.ask("Thanks!");
                right.ask("Goodbye!");

                for (VisitorClient each : List.of(left, right)) {
                    each.awaitMessage("visitor", "Thanks!");
                    each.awaitMessage("visitor", "Goodbye!");
                }
            }
            assertThat(shops.column("SELECT id::text FROM conversation WHERE visitor_id = ?", visitor.visitor().id()))
                    .hasSize(1);
        }
    }

    @Test
    void requestForAPerson_opensAConversationToo() {
        first.say(Map.of("type", "handoff"));

        Awaitility.await().until(() -> conversations().size() == 1);
        first.await("message");
        second.await("message");
    }

    @Test
    void conversationThatTheShopOpens_isFollowed() {
        String opened = shops.conversation(shop, guest).id().toString();

        first.await("ready", frame -> frame.path("conversation").asText().equals(opened));
        second.await("ready", frame -> frame.path("conversation").asText().equals(opened));
    }
}
