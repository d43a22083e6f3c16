package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.lane.LaneEditor;
import dev.parley.model.ChatModel;
import dev.parley.model.health.ModelState.Breaker;
import dev.parley.tenant.LaneSettings;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The upstream returns only 500 while twenty visitors a second ask, and then recovers. Short by default; the whole
 * minute with {@code -Dparley.drill.seconds=60}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class OutageDrillTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String UNKNOWN = "Who won the chess championship of 1972?";
    private static final int SECONDS = Integer.getInteger("parley.drill.seconds", 6);
    private static final int EVERY_MS = 50;
    /** One question in this many is not in the FAQ and is offered a person. */
    private static final int UNKNOWN_EVERY = 5;

    @Inject
    Turns turns;
    @Inject
    LaneEditor editor;
    @Inject
    ChatModel chat;
    @Inject
    Clock clock;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private final ScheduledExecutorService visitors = Executors.newScheduledThreadPool(4);
    private final AtomicInteger said = new AtomicInteger();
    private Shop shop;

    @BeforeEach
    void openShopWithItsOwnLane() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        await(editor.replace(shop.id(), List.of(new LaneEditor.Wanted(new LaneSettings("main", "compatible",
                model.baseUrl().toString(), null, null, null, "gpt-3.5-turbo", null, null, null, null, null),
                "sk-drill")),
                null, null));
    }

    @AfterEach
    void sendVisitorsHome() {
        visitors.shutdownNow();
    }

    @Test
    void outageUnderLoad_leavesNobodyWaiting_andEndsSoonAfterRecovery() {
        model.always(Reply.error(500, "server_error", "server_error"));
        ScheduledFuture<?> coming = visitors.scheduleAtFixedRate(this::visit, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> breaker() != Breaker.CLOSED);
        Instant opened = clock.instant();
        int turnsOfOutage = SECONDS * 1000 / EVERY_MS;
        Awaitility.await().atMost(Duration.ofSeconds(2L * SECONDS + 10)).until(() -> said.get() >= turnsOfOutage);

        int calls = model.stats().requests();
        int asked = said.get() - said.get() / UNKNOWN_EVERY;
        Instant recovered = clock.instant();
        model.always(Reply.answer("Thirty days."));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> breaker() == Breaker.CLOSED);
        Duration closedAfter = Duration.between(recovered, clock.instant());
        coming.cancel(false);
        awaitAllAnswered();

        List<Integer> waits = shops.column("""
                SELECT (extract(epoch FROM b.at - v.at) * 1000)::int
                FROM message v JOIN message b ON b.conversation_id = v.conversation_id AND b.author = 'bot'
                WHERE v.tenant_id = ? AND v.author = 'visitor'
                  AND v.at BETWEEN CAST(? AS timestamptz) AND CAST(? AS timestamptz)
                ORDER BY 1""", shop.id().value(), opened.toString(), recovered.toString()).stream()
                .map(Integer::valueOf).toList();
        System.out.printf("OutageDrillTest: %d turns asked a model in %d s, %d calls; with the breaker open waits of"
                + " %d ms (median) to %d ms; closed %d ms after recovery%n", asked, SECONDS, calls,
                waits.get(waits.size() / 2), waits.getLast(), closedAfter.toMillis());
        assertThat(waits.getLast()).isLessThanOrEqualTo(1_000);
        assertThat(calls).isLessThanOrEqualTo((int) (1.2 * asked));
        assertThat(ends(opened, recovered)).containsExactlyInAnyOrder("faq", "no_answer");
    }

    private List<String> ends(Instant from, Instant to) {
        return shops.column("""
                SELECT DISTINCT a.finish FROM answer a JOIN message v ON v.conversation_id = a.conversation_id
                WHERE v.tenant_id = ? AND v.author = 'visitor'
                  AND v.at BETWEEN CAST(? AS timestamptz) AND CAST(? AS timestamptz)""",
                shop.id().value(), from.toString(), to.toString());
    }

    private Breaker breaker() {
        return chat.laneStates().stream().filter(lane -> lane.owner().equals(shop.id().toString())).findFirst()
                .map(lane -> lane.breaker()).orElse(Breaker.CLOSED);
    }

    private void visit() {
        int number = said.incrementAndGet();
        UUID conversation = shops.conversation(shop).id();
        turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(),
                number % UNKNOWN_EVERY == 0 ? UNKNOWN : QUESTION, null)).subscribe().with(done -> {});
    }

    private void awaitAllAnswered() {
        Awaitility.await().until(() -> shops.column(
                "SELECT 1 FROM answer WHERE tenant_id = ? AND finish IS NULL", shop.id().value()).isEmpty());
    }
}
