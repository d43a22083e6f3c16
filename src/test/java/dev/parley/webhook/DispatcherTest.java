package dev.parley.webhook;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.handoff.Handoffs;
import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.SecretBox;
import dev.parley.testsupport.HookReceiver;
import dev.parley.testsupport.HookReceiver.Event;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.SteppingClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class DispatcherTest {
    private static final List<String> MESSAGES = List.of("message.created");

    @Inject
    Shops shops;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    @Inject
    Handoffs handoffs;
    @Inject
    Webhooks webhooks;
    @Inject
    DeliveryLog log;
    @Inject
    OutboxRepository outbox;
    @Inject
    Secrets secrets;
    @Inject
    OutgoingHttp http;
    @Inject
    WebhookConfig config;
    @Inject
    WebhookMetrics metrics;
    @Inject
    SecretBox secretBox;
    @Inject
    Ids ids;

    private final HookReceiver receiver = new HookReceiver();
    private final SteppingClock clock = new SteppingClock(Instant.now());
    private Shop shop;
    private Dispatcher dispatcher;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        dispatcher = replica();
    }

    @AfterEach
    void nothingStaysDue() {
        shops.sql("DELETE FROM webhook");
        receiver.close();
    }

    private Dispatcher replica() {
        return new Dispatcher(outbox, secrets, http, config, metrics, ids, clock, new Random(7));
    }

    private Webhooks.Keyed listen(List<String> events) {
        return await(webhooks.add(shop.id(), receiver.url(), new ArrayList<>(events)));
    }

    private void say(Conversation conversation, String text) {
        await(visitorMessages.record(shop.id(), conversation.id(), new VisitorMessage(UUID.randomUUID(), text, null)));
    }

    /** Delivers all that is due, after moving the clock to the database's events. */
    private void deliverAll() {
        Duration behind = Duration.between(clock.instant(), Clock.systemUTC().instant());
        if (behind.isPositive()) {
            clock.goOn(behind.plusMillis(1));
        }
        while (await(dispatcher.round()) > 0) {
            // The next one may have waited for this one.
        }
    }

    private static List<String> texts(List<Event> events) {
        return events.stream().map(event -> new JsonPath(event.body()).getString("data.message.text")).toList();
    }

    @Test
    void everythingThatHappens_isToldInOrder() {
        listen(List.copyOf(WebhookRules.EVENTS));
        Conversation conversation = shops.conversation(shop);
        say(conversation, "Do you ship to Wales?");
        await(handoffs.request(shop.id(), conversation.id(),
                HandoffCause.asked(HandoffBy.VISITOR, "I want a person")));
        await(handoffs.close(shop.id(), conversation.id()));

        deliverAll();

        assertThat(receiver.heard()).extracting(event -> new JsonPath(event.body()).getString("type")).containsExactly(
                "conversation.created", "message.created", "message.created", "conversation.handoff_requested",
                "message.created", "conversation.closed");
        JsonPath asked = new JsonPath(receiver.heard().get(3).body());
        assertThat(asked.getString("data.conversation.id")).isEqualTo(conversation.id().toString());
        assertThat(asked.getString("data.conversation.state")).isEqualTo("waiting");
        assertThat(asked.getString("data.reason")).isEqualTo("I want a person");
        assertThat(asked.getString("data.by")).isEqualTo("visitor");
        assertThat(asked.getString("data.summary")).isEqualTo("Do you ship to Wales?");
        assertThat(Instant.parse(asked.getString("timestamp"))).isBeforeOrEqualTo(clock.instant());
        JsonPath said = new JsonPath(receiver.heard().get(1).body());
        assertThat(said.getString("data.message.author")).isEqualTo("visitor");
        assertThat(said.getString("data.message.text")).isEqualTo("Do you ship to Wales?");
        assertThat(said.getString("data.visitor.id")).isEqualTo(conversation.visitor().toString());
    }

    @Test
    void personWantedWhileNobodyIsThere_isToldWithTheBotsState() {
        listen(List.of("conversation.handoff_requested"));
        Conversation conversation = shops.conversation(shop);
        HandoffCause cause = new HandoffCause(HandoffReason.ANGER, null, null, HandoffBy.RULE);

        await(conversations.change(shop.id(), conversation.id(), now -> new OwnerChange(now.state(), "Later.", cause)));
        deliverAll();

        assertThat(receiver.heard()).hasSize(1);
        JsonPath wanted = new JsonPath(receiver.heard().getFirst().body());
        assertThat(wanted.getString("data.conversation.state")).isEqualTo("with_bot");
        assertThat(wanted.getString("data.reason")).isEqualTo("anger");
        assertThat(wanted.getString("data.by")).isEqualTo("rule");
        assertThat(wanted.<Object>get("data.summary")).isNull();
    }

    @Test
    void claimAndUnansweredQuestion_areTold() {
        listen(List.of("conversation.claimed", "faq.unanswered"));
        Conversation conversation = shops.conversation(shop);
        UUID agent = UUID.randomUUID();
        say(conversation, "Do you sell unicorns?");

        shops.sql("UPDATE conversation SET last_seq = 2 WHERE id = ?", conversation.id());
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, finish, at) VALUES (?, 2, ?, 'bot', 'No idea.', 'no_answer', now())",
                conversation.id(), shop.id().value());
        shops.sql("UPDATE conversation SET state = 'with_agent', agent_id = ? WHERE id = ?", agent, conversation.id());
        deliverAll();

        assertThat(receiver.heard()).hasSize(2);
        JsonPath unanswered = new JsonPath(receiver.heard().get(0).body());
        assertThat(unanswered.getString("type")).isEqualTo("faq.unanswered");
        assertThat(unanswered.getString("data.question")).isEqualTo("Do you sell unicorns?");
        assertThat(new JsonPath(receiver.heard().get(1).body()).getString("data.agent")).isEqualTo(agent.toString());
    }

    /** The rules for addresses may have become stricter, or the secret may be damaged. */
    @Test
    void webhookThatCannotEvenBeTried_doesNotKeepTheOthers() {
        UUID badUrl = listen(MESSAGES).webhook().id();
        UUID badSecret = listen(MESSAGES).webhook().id();
        listen(MESSAGES);
        shops.sql("UPDATE webhook SET url = 'http://exa mple' WHERE id = ?", badUrl);
        shops.sql("UPDATE webhook SET sealed_secret = ? WHERE id = ?",
                secretBox.seal("whsec_%%", "webhook:" + badSecret),
                badSecret);

        say(shops.conversation(shop), "Do you ship to Wales?");
        deliverAll();

        assertThat(texts(receiver.heard())).containsExactly("Do you ship to Wales?");
        assertThat(shops.column("""
                SELECT error FROM webhook_attempt JOIN webhook_delivery ON id = delivery_id WHERE webhook_id = ?""",
                badUrl)).containsExactly("refused");
    }

    @Test
    void filesOfAnAgent_areTold() {
        listen(List.of("message.created"));
        Conversation conversation = shops.conversation(shop);
        String file = "{\"id\": \"" + UUID.randomUUID()
                + "\", \"name\": \"label.pdf\", \"type\": \"application/pdf\", \"size\": 7}";

        shops.sql("UPDATE conversation SET last_seq = 1 WHERE id = ?", conversation.id());
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, attachments, at) VALUES (?, 1, ?, 'agent', '', ?, now())",
                conversation.id(), shop.id().value(), "[" + file + "]");
        deliverAll();

        JsonPath told = new JsonPath(receiver.heard().getFirst().body());
        assertThat(told.<Object>get("data.message.attachments[0]")).isEqualTo(new JsonPath(file).get());
    }

    @Test
    void whatNobodyListensTo_isNotKept() {
        listen(List.of("conversation.closed"));
        Shop silent = shops.open();
        say(shops.conversation(shop), "Hello");
        shops.conversation(silent);

        assertThat(shops.column("SELECT count(*) FROM webhook_delivery WHERE tenant_id IN (?, ?)", shop.id().value(),
                silent.id().value())).containsExactly("0");
    }

    @Test
    void officialLibrary_acceptsTheSignature() throws WebhookVerificationException {
        String secret = listen(MESSAGES).secret();
        say(shops.conversation(shop), "Bücher – 書籍 😀");

        deliverAll();

        Event event = receiver.heard().getFirst();
        new com.standardwebhooks.Webhook(secret).verify(event.body(), headers(event));
        assertThat(texts(receiver.heard())).containsExactly("Bücher – 書籍 😀");
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(secret).verify(event.body() + " ", headers(event)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static HttpHeaders headers(Event event) {
        Map<String, List<String>> headers = new HashMap<>();
        event.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    @Test
    void duringARotation_bothSecretsSign_andAfterwardsTheNewOneAlone() {
        Webhooks.Keyed before = listen(MESSAGES);
        Conversation conversation = shops.conversation(shop);
        String after = await(webhooks.rotateSecret(shop.id(), before.webhook().id())).secret();

        say(conversation, "one");
        deliverAll();
        Event both = receiver.heard().getFirst();

        assertThat(after).isNotEqualTo(before.secret()).startsWith("whsec_");
        for (String secret : List.of(before.secret(), after)) {
            assertThatCode(() -> new com.standardwebhooks.Webhook(secret).verify(both.body(), headers(both)))
                    .doesNotThrowAnyException();
        }

        clock.goOn(config.overlap());
        say(conversation, "two");
        deliverAll();
        assertThat(receiver.heard().getLast().header("webhook-signature").split(" ")).hasSize(1);
    }

    @Test
    void receiverDownForTenMinutes_getsEverythingOnceItIsUp() {
        listen(MESSAGES);
        receiver.answer(503);
        List<Conversation> talks = List.of(shops.conversation(shop, shops.visitor(shop)),
                shops.conversation(shop, shops.visitor(shop)), shops.conversation(shop, shops.visitor(shop)));
        for (int minute = 0; minute < 10; minute++) {
            for (Conversation talk : talks) {
                say(talk, "minute " + minute);
            }
            deliverAll();
            clock.goOn(Duration.ofMinutes(1));
        }
        assertThat(receiver.accepted()).isEmpty();
        assertThat(receiver.heard()).as("a server that is down is not stormed").hasSizeLessThan(40);

        receiver.answer(200);
        clock.goOn(config.longestWait());
        deliverAll();

        assertThat(receiver.accepted()).hasSize(30);
        assertThat(receiver.accepted()).extracting(Event::id).doesNotHaveDuplicates();
        for (Conversation talk : talks) {
            List<Event> told = receiver.accepted().stream()
                    .filter(event -> event.body().contains(talk.id().toString())).toList();
            assertThat(texts(told)).containsExactly("minute 0", "minute 1", "minute 2", "minute 3", "minute 4",
                    "minute 5", "minute 6", "minute 7", "minute 8", "minute 9");
        }
    }

    @Test
    void everyAttempt_hasTheSameIdAndBody() {
        Webhooks.Keyed hook = listen(MESSAGES);
        receiver.answer(event -> receiver.heard().size() < 3 ? 500 : 200);
        say(shops.conversation(shop), "Hello");
        for (int i = 0; i < 4; i++) {
            deliverAll();
            clock.goOn(config.longestWait());
        }

        assertThat(receiver.heard()).hasSize(4);
        assertThat(receiver.heard()).extracting(Event::id).containsOnly(receiver.heard().getFirst().id());
        assertThat(receiver.heard()).extracting(Event::body).containsOnly(receiver.heard().getFirst().body());
        Delivery entry = await(log.page(shop.id(), hook.webhook().id(), null, null, 9)).getFirst();
        assertThat(entry.outcome()).isEqualTo("delivered");
        assertThat(entry.attempts()).extracting(DeliveryAttempt::status).containsExactly(500, 500, 500, 200);
        assertThat(entry.attempts().getLast().response()).isEqualTo("thank you");
    }

    @Test
    void eventThatIsRefused_holdsUpItsConversationAlone() {
        listen(MESSAGES);
        receiver.answer(event -> event.body().contains("poison") ? 500 : 200);
        Conversation stuck = shops.conversation(shop, shops.visitor(shop));
        Conversation other = shops.conversation(shop, shops.visitor(shop));
        say(stuck, "poison");
        say(stuck, "behind it");
        say(other, "elsewhere");
        deliverAll();
        clock.goOn(config.longestWait());
        deliverAll();

        assertThat(texts(receiver.accepted())).containsExactly("elsewhere");

        clock.goOn(config.retryFor().dividedBy(2));
        say(other, "noon");
        deliverAll();
        clock.goOn(config.retryFor().dividedBy(2));
        deliverAll();
        assertThat(texts(receiver.accepted())).containsExactly("elsewhere", "noon", "behind it");
    }

    @Test
    void replicaThatIsKilledWhileItSends_losesNothingAndItsReportComesTooLate() {
        listen(MESSAGES);
        say(shops.conversation(shop), "Hello");
        List<DueDelivery> held = await(outbox.take(ids.next(), Clock.systemUTC().instant(), 8, 64));
        assertThat(held).hasSize(1);

        deliverAll();
        assertThat(receiver.heard()).as("it is the other replica's").isEmpty();

        shops.sql("UPDATE webhook_delivery SET lease_until = now() - INTERVAL '1 second'");
        deliverAll();
        assertThat(receiver.heard()).extracting(Event::id).containsExactly(held.getFirst().id().toString());
        assertThat(await(outbox.settle(held.getFirst(), new DeliveryAttempt(clock.instant(), 1, 500, null, null),
                new DeliveryVerdict.Undelivered(true, clock.instant(), clock.instant(), null), clock.instant())))
                .isFalse();
        assertThat(shops.column("SELECT outcome FROM webhook_delivery WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("delivered");
    }

    @Test
    void severalReplicas_shareTheWork() {
        listen(MESSAGES);
        for (int i = 0; i < 12; i++) {
            Conversation talk = shops.conversation(shop, shops.visitor(shop));
            say(talk, "one");
            say(talk, "two");
        }
        clock.goOn(Duration.ofMinutes(1));
        List<Dispatcher> replicas = List.of(replica(), replica(), replica());

        int sent;
        do {
            sent = await(Uni.join().all(replicas.stream().map(Dispatcher::round).toList()).andFailFast()).stream()
                    .mapToInt(Integer::intValue).sum();
        } while (sent > 0);

        assertThat(receiver.heard()).hasSize(24);
        assertThat(receiver.heard()).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void goneAddress_isPausedUntilItIsResumedAndLosesNothing() {
        Webhook hook = listen(MESSAGES).webhook();
        receiver.answer(410);
        Conversation conversation = shops.conversation(shop);
        say(conversation, "one");
        say(conversation, "two");
        deliverAll();

        Webhook paused = await(webhooks.get(shop.id(), hook.id()));
        assertThat(paused.pause()).extracting(Webhook.Pause::reason).isEqualTo("gone");
        clock.goOn(config.longestWait());
        deliverAll();
        assertThat(receiver.heard()).hasSize(1);

        receiver.answer(200);
        await(webhooks.resume(shop.id(), hook.id()));
        deliverAll();
        assertThat(texts(receiver.accepted())).containsExactly("one", "two");
        assertThat(await(webhooks.get(shop.id(), hook.id())).pause()).isNull();
    }

    @Test
    void webhookThatFailsForADay_isPausedWithAReason() {
        Webhook hook = listen(MESSAGES).webhook();
        receiver.answer(500);
        say(shops.conversation(shop), "Hello");
        deliverAll();
        clock.goOn(config.retryFor());
        deliverAll();

        Webhook paused = await(webhooks.get(shop.id(), hook.id()));
        assertThat(paused.pause()).extracting(Webhook.Pause::reason).isEqualTo("failing");
        assertThat(paused.failures()).isEqualTo(2);
    }

    @Test
    void purgedConversation_takesItsEventsAlong() {
        listen(MESSAGES);
        Conversation conversation = shops.conversation(shop);
        say(conversation, "Hello");
        deliverAll();

        shops.sql("DELETE FROM conversation WHERE id = ?", conversation.id());

        assertThat(shops.column("SELECT body FROM webhook_delivery WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }
}
