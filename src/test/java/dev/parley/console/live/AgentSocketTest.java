package dev.parley.console.live;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.handoff.Handoffs;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AgentSocketTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Handoffs handoffs;
    private final List<VisitorClient> open = new ArrayList<>();
    private Shop shop;
    private ConsoleUser ada;
    private Guest guest;
    private UUID conversation;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        guest = shops.visitor(shop);
        conversation = shops.conversation(shop, guest).id();
        await(handoffs.request(shop.id(), conversation));
        visitorSays("Where is my parcel?");
    }

    private void visitorSays(String text) {
        await(visitorMessages.record(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    @AfterEach
    void hangUp() {
        open.forEach(VisitorClient::close);
    }

    private VisitorClient connect(ConsoleUser agent) {
        VisitorClient client = VisitorClient.connectAgent(site, ConsoleUser.origin(), agent.cookie());
        open.add(client);
        client.await("ready");
        return client;
    }

    private VisitorClient visitor() {
        VisitorClient client = VisitorClient.connect(site);
        open.add(client);
        return client.hello(guest.token(), 0);
    }

    private Map<String, String> about(String type) {
        return Map.of("type", type, "conversation", conversation.toString());
    }

    @Test
    void whoHasNoSessionOrComesFromElsewhere_isRefusedBeforeTheUpgrade() {
        assertRefused(ConsoleUser.origin(), "no such token", 401);
        assertRefused("https://evil.example", ada.cookie(), 403);
    }

    private void assertRefused(String origin, String cookie, int status) {
        assertThatThrownBy(() -> VisitorClient.connectAgent(site, origin, cookie))
                .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void watchedConversation_comesWithItsPastAndGoesOnLive() {
        VisitorClient agent = connect(ada);

        agent.say(about("watch"));
        agent.awaitMessage("visitor", "Where is my parcel?");
        visitorSays("Hello?");

        JsonNode live = agent.awaitMessage("visitor", "Hello?");
        assertThat(live.path("conversation").asText()).isEqualTo(conversation.toString());
        assertThat(agent.await("watching").path("state").asText()).isEqualTo("waiting");
    }

    @Test
    void visitorWhoAsksForAPerson_appearsWithTheReason() {
        VisitorClient agent = connect(ada);
        guest = shops.visitor(shop);
        VisitorClient visitor = visitor();
        visitor.say(Map.of("type", "send", "id", UUID.randomUUID().toString(), "text", "Hello"));
        visitor.await("ack");

        visitor.say(Map.of("type", "handoff", "reason", "a refund"));

        agent.await("inbox.new");
        JsonNode item = agent.await("inbox.changed", frame -> frame.path("item").has("reason")).path("item");
        assertThat(item.path("reason").asText()).isEqualTo("a refund");
        assertThat(item.path("state").asText()).isEqualTo("waiting");
    }

    @Test
    void claimAndAnswer_reachTheVisitorAndEveryColleague() {
        VisitorClient agent = connect(ada);
        VisitorClient colleague = connect(shops.agent(shop, "agent"));
        VisitorClient visitor = visitor();
        String id = UUID.randomUUID().toString();

        agent.say(about("claim"));
        agent.await("claimed");
        agent.say(Map.of("type", "send", "conversation", conversation.toString(), "id", id, "text", "On its way."));

        assertThat(agent.await("ack").path("id").asText()).isEqualTo(id);
        visitor.await("state", frame -> frame.path("state").asText().equals("with_agent"));
        visitor.awaitMessage("agent", "On its way.");
        JsonNode moved = colleague.await("inbox.claimed");
        assertThat(moved.path("item").path("agent").asText()).isEqualTo(ada.id().toString());
        // Or together with the claim, if both happen at the same moment.
        Awaitility.await().until(() -> colleague.heard().stream().map(frame -> frame.path("item").path("last"))
                .anyMatch(last -> last.path("text").asText().equals("On its way.")));
    }

    @Test
    void claimThatComesLate_isToldWhoseItIs() {
        VisitorClient agent = connect(ada);
        VisitorClient late = connect(shops.agent(shop, "agent"));
        agent.say(about("claim"));
        agent.await("claimed");

        late.say(about("claim"));

        JsonNode refused = late.awaitError("already_claimed");
        assertThat(refused.path("detail").asText()).startsWith("Agent " + ada.id().toString().substring(0, 4));
        assertThat(refused.path("conversation").asText()).isEqualTo(conversation.toString());
    }

    @Test
    void notesAndMentions_reachColleaguesAndNeverTheVisitor() {
        ConsoleUser ben = shops.agent(shop, "agent");
        VisitorClient agent = connect(ada);
        VisitorClient mentioned = connect(ben);
        VisitorClient visitor = visitor();
        agent.say(about("watch"));
        agent.await("watching");

        agent.say(Map.of("type", "note", "conversation", conversation.toString(), "id", UUID.randomUUID().toString(),
                "text", "Careful, a competitor.", "mentions", List.of(ben.id().toString())));

        assertThat(agent.await("note").path("note").path("text").asText()).isEqualTo("Careful, a competitor.");
        assertThat(mentioned.await("mention").path("note").path("conversation").asText())
                .isEqualTo(conversation.toString());
        visitor.pingPong();
        assertThat(visitor.heard().toString()).doesNotContain("competitor");
    }

    @Test
    void typing_goesBothWaysWithoutAnEcho() {
        VisitorClient agent = connect(ada);
        VisitorClient visitor = visitor();
        agent.say(about("watch"));
        agent.await("watching");

        agent.say(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
        visitor.say(Map.of("type", "typing", "on", true));

        assertThat(visitor.await("typing").path("author").asText()).isEqualTo("agent");
        assertThat(visitor.await("typing").has("agent")).isFalse();
        agent.await("typing", frame -> frame.path("author").asText().equals("visitor"));
        assertThat(agent.all("typing")).noneMatch(frame -> frame.path("author").asText().equals("agent"));
    }

    @Test
    void colleaguesTyping_isToldWithItsName() {
        VisitorClient agent = connect(ada);
        VisitorClient colleague = connect(shops.agent(shop, "agent"));
        agent.say(about("watch"));
        colleague.say(about("watch"));
        agent.await("watching");
        colleague.await("watching");

        agent.say(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));

        assertThat(colleague.await("typing").path("agent").asText()).isEqualTo(ada.id().toString());
    }

    @Test
    void colleagues_seeWhoIsThereAndWhoLooks() {
        ConsoleUser ben = shops.agent(shop, "agent");
        VisitorClient agent = connect(ada);
        VisitorClient colleague = connect(ben);
        agent.say(about("watch"));
        colleague.say(about("watch"));
        colleague.say(Map.of("type", "presence", "away", true));

        agent.await("viewing", frame -> frame.path("agents").size() == 2);
        agent.await("presence", frame -> frame.path("agents").findValuesAsText("away").contains("true"));
        colleague.close();

        agent.await("presence", frame -> frame.path("agents").size() == 1);
    }

    @Test
    void sessionThatIsClosedOrAgentWhoIsDisabled_losesTheSocketSoon() {
        VisitorClient signedOut = connect(ada);
        ConsoleUser ben = shops.agent(shop, "agent");
        VisitorClient disabled = connect(ben);

        ada.asks().delete("/v1/console/session");
        shops.sql("UPDATE agent SET disabled_at = now() WHERE id = ?", ben.id());

        assertThat(signedOut.awaitClose()).isEqualTo(new VisitorClient.Closed(4501, "session_closed"));
        assertThat(disabled.awaitClose()).isEqualTo(new VisitorClient.Closed(4501, "session_closed"));
    }

    @Test
    void anotherShopsConversation_isAbsentInEveryFrame() {
        VisitorClient foreign = connect(shops.agent(shops.open(), "administrator"));
        String id = UUID.randomUUID().toString();
        VisitorClient visitor = visitor();

        foreign.say(about("watch"));
        foreign.awaitError("not_found");
        foreign.say(about("claim"));
        foreign.say(Map.of("type", "send", "conversation", conversation.toString(), "id", id, "text", "x"));
        foreign.say(Map.of("type", "note", "conversation", conversation.toString(), "id", id, "text", "x"));
        foreign.say(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
        foreign.say(Map.of("type", "read", "conversation", conversation.toString(), "seq", 1));
        foreign.say(about("unwatch"));
        foreign.pingPong();
        visitor.pingPong();

        assertThat(foreign.all("error")).hasSize(4)
                .allMatch(frame -> frame.path("code").asText().equals("not_found"));
        assertThat(visitor.all("typing")).isEmpty();
        assertThat(foreign.types()).doesNotContain("message", "inbox.changed", "viewing");
        assertThat(shops.column("SELECT seq FROM conversation_read WHERE conversation_id = ?", conversation)).isEmpty();
        assertThat(shops.column("SELECT text FROM note WHERE conversation_id = ?", conversation)).isEmpty();
        assertThat(shops.column("SELECT state FROM conversation WHERE id = ?", conversation))
                .containsExactly("waiting");
    }

    @Test
    void unreadableFrames_areRefusedAndTheSocketStays() {
        VisitorClient agent = connect(ada);

        agent.sayRaw("{");
        agent.sayRaw("{\"type\":\"dance\"}");
        agent.sayRaw("{\"type\":\"watch\",\"conversation\":\"1-1-1-1-1\"}");
        agent.sayBinary(new byte[]{1});

        agent.awaitError("bad_frame");
        agent.awaitError("unknown_type");
        agent.awaitError("bad_id");
        agent.pingPong();
    }
}
