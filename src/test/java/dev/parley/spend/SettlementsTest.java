package dev.parley.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test decides when the database answers. */
class SettlementsTest {
    private static final TenantId SHOP = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());

    private final Vertx vertx = Vertx.vertx();
    private final List<List<Entry>> batches = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super @Nullable SpendTotals>> open = new ArrayList<>();
    private final Settlements settlements = new Settlements(this::write, (tenant, totals) -> {}, vertx);

    private Uni<@Nullable SpendTotals> write(TenantId tenant, List<Entry> entries) {
        batches.add(entries);
        return Uni.createFrom().emitter(open::add);
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void entriesThatComeMeanwhile_areWrittenTogether() {
        Entry first = entry("stop");
        Entry second = entry("stop");
        Entry third = entry("stop");

        settlements.add(SHOP, first);
        settlements.add(SHOP, second);
        settlements.add(SHOP, third);
        assertThat(batches).containsExactly(List.of(first));
        open.getFirst().complete(null);

        assertThat(batches).containsExactly(List.of(first), List.of(second, third));
        assertThat(settlements.waiting()).isEqualTo(2);
    }

    @Test
    void oneTenant_doesNotWaitForAnother() {
        settlements.add(SHOP, entry("stop"));
        settlements.add(OTHER, entry("stop"));

        assertThat(batches).hasSize(2);
    }

    @Test
    void lapseOfACallThatIsBeingSettled_isForgotten() {
        settlements.add(SHOP, entry("stop"));
        Entry late = entry("stop");
        Entry lapsed = lapse(late);

        settlements.add(SHOP, lapsed);
        settlements.add(SHOP, late);
        settlements.add(SHOP, lapsed);
        open.getFirst().complete(null);

        assertThat(batches.getLast()).containsExactly(late);
    }

    @Test
    void callSettledWhileItsLapseIsWritten_isWrittenToo() {
        Entry late = entry("stop");
        settlements.add(SHOP, lapse(late));
        settlements.add(SHOP, late);
        open.getFirst().complete(null);

        assertThat(batches).containsExactly(List.of(lapse(late)), List.of(late));
        assertThat(settlements.waiting()).isEqualTo(1);
    }

    @Test
    void whoAsksWhileOthersAreTold_waitsForTheirOwnEntry() {
        AtomicBoolean second = new AtomicBoolean();
        settlements.add(SHOP, entry("stop"));
        settlements.idle().subscribe().with(idle -> {
            settlements.add(SHOP, entry("stop"));
            settlements.idle().subscribe().with(idleAgain -> second.set(true));
        });

        open.getFirst().complete(null);
        assertThat(second).isFalse();

        open.getLast().complete(null);
        assertThat(second).isTrue();
    }

    @Test
    void databaseThatIsAway_getsTheSameEntriesLater() {
        Entry entry = entry("stop");
        settlements.add(SHOP, entry);

        open.getFirst().fail(new IllegalStateException("away"));

        Awaitility.await().until(() -> batches.size() == 2);
        assertThat(batches).containsExactly(List.of(entry), List.of(entry));
        assertThat(settlements.waiting()).isEqualTo(1);
    }

    @Test
    void idle_isToldOnceAllIsWritten() {
        AtomicBoolean idle = new AtomicBoolean();
        settlements.add(SHOP, entry("stop"));

        settlements.idle().subscribe().with(nothing -> idle.set(true));
        assertThat(idle).isFalse();
        open.getFirst().complete(null);

        assertThat(idle).isTrue();
        assertThat(settlements.waiting()).isZero();
    }

    private static Entry entry(String outcome) {
        return new Entry(UUID.randomUUID(), null, null, 1, Purpose.CHAT, "m", "m", null, Tokens.NONE, false, Price.FREE,
                Money.ZERO, Money.ZERO, 0, 1, outcome, LocalDate.EPOCH, Instant.EPOCH);
    }

    private static Entry lapse(Entry of) {
        return new Entry(of.id(), null, null, 1, Purpose.CHAT, "m", null, null, Tokens.NONE, true, Price.FREE,
                Money.ZERO,
                Money.ZERO, 0, 0, Entry.LAPSED, of.day(), of.at());
    }
}
