package dev.parley.spend;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.parley.platform.Ids;
import dev.parley.spend.Reserving.Exhausted;
import dev.parley.spend.Reserving.Granted;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real PostgreSQL. gpt-3.5-turbo costs 0.50/1.50, so a call of 1000 and 200 tokens is 0.0008. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SpendTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String MODEL = "gpt-3.5-turbo";
    private static final Tokens USED = new Tokens(1000, 0, 200);
    private static final UUID CONVERSATION = UUID.randomUUID();

    @Inject
    SpendConfig config;
    @Inject
    PriceList prices;
    @Inject
    LedgerRepository ledger;
    @Inject
    SpendMetrics metrics;
    @Inject
    Ids ids;
    @Inject
    Vertx vertx;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;
    @Inject
    Scheduler scheduler;

    private Shop shop;
    private Spend spend;

    @BeforeEach
    void openShop() {
        scheduler.pause();
        shop = shops.open();
        spend = at(NOON);
    }

    @AfterEach
    void letTheSchedulerGoOn() {
        scheduler.resume();
    }

    @Test
    void callWithoutALimit_isNotedBeforeAndCountedAfter() {
        Reservation reservation = granted(reserve());
        assertThat(row(reservation)).isEqualTo("reserved 1000/0/200 true cost 800000 null");

        Money cost = spend.settle(reservation, outcome("stop", new Tokens(900, 400, 100)));

        await(spend.written());
        assertThat(cost).hasToString("0.0006");
        assertThat(row(reservation)).isEqualTo("stop 900/400/100 false cost 600000 gpt-3.5-turbo-0125");
        assertThat(totals()).isEqualTo("2026-11-24 600000 600000");
    }

    @Test
    void reservation_countsInFullUntilItIsSettled() {
        shops.setBudget(shop, "{\"day\":1}");
        Reservation reservation = granted(reserve());
        assertThat(totals()).isEqualTo("2026-11-24 800000 800000");

        spend.settle(reservation, outcome("stop", new Tokens(500, 0, 100)));

        await(spend.written());
        assertThat(totals()).isEqualTo("2026-11-24 400000 400000");
    }

    @Test
    void callSettledTwice_countsOnce() {
        Reservation reservation = granted(reserve());

        spend.settle(reservation, outcome("stop", USED));
        await(spend.written());
        spend.settle(reservation, outcome("cancelled", Tokens.NONE));
        await(spend.written());

        assertThat(row(reservation)).startsWith("stop 1000/0/200");
        assertThat(totals()).isEqualTo("2026-11-24 800000 800000");
    }

    @Test
    void twoHundredCallsAtOnce_neverOvershoot() {
        shops.setBudget(shop, "{\"day\":0.08}");

        List<Reserving> all = together(200);

        List<Granted> granted = all.stream().filter(Granted.class::isInstance).map(Granted.class::cast).toList();
        assertThat(granted).hasSize(100);
        assertThat(all).filteredOn(Exhausted.class::isInstance).hasSize(100)
                .containsOnly(new Exhausted(Exceeded.DAY));
        assertThat(totals()).isEqualTo("2026-11-24 80000000 80000000");
        granted.forEach(each -> spend.settle(each.reservation(), outcome("stop", USED)));
        await(spend.written());
        assertThat(totals()).isEqualTo("2026-11-24 80000000 80000000");
        assertThat(shops.column("SELECT sum(cost) FROM spend_call WHERE tenant_id = ? AND outcome = 'stop'",
                shop.id().value())).containsExactly("80000000");
    }

    @Test
    void callsSettledWhileOthersAreReserved_leaveTheTotalsExact() {
        shops.setBudget(shop, "{\"day\":1000}");

        for (int round = 0; round < 5; round++) {
            List<Reserving> all = together(100);
            all.forEach(each -> spend.settle(granted(each), outcome("stop", new Tokens(10, 0, 10))));
        }

        await(spend.written());
        assertThat(totals()).isEqualTo("2026-11-24 10000000 10000000");
    }

    @Test
    void month_limitsWhatTheDaysLeaveOpen() {
        shops.setBudget(shop, "{\"month\":0.001}");
        spend.settle(granted(reserve()), outcome("stop", USED));
        await(spend.written());

        spend = at(NOON.plusSeconds(86_400));
        assertThat(reserve()).isEqualTo(new Exhausted(Exceeded.MONTH));

        spend = at(Instant.parse("2026-12-01T00:00:00Z"));
        granted(reserve());
        assertThat(totals()).isEqualTo("2026-12-01 800000 800000");
    }

    @Test
    void nextDay_beginsAtZeroInTheTenantsZone() {
        shops.setBudget(shop, "{\"day\":0.001,\"zone\":\"Europe/Berlin\"}");
        spend = at(Instant.parse("2026-11-24T22:59:59Z"));
        granted(reserve());
        assertThat(reserve()).isEqualTo(new Exhausted(Exceeded.DAY));

        spend = at(Instant.parse("2026-11-24T23:00:00Z"));

        granted(reserve());
        assertThat(totals()).isEqualTo("2026-11-25 800000 1600000");
    }

    @Test
    void replicaWhoseClockIsBehind_countsInTheNewestDay() {
        shops.setBudget(shop, "{\"day\":0.001}");
        granted(reserve());

        spend = at(NOON.minusSeconds(86_400));

        assertThat(reserve()).isEqualTo(new Exhausted(Exceeded.DAY));
        assertThat(totals()).isEqualTo("2026-11-24 800000 800000");
    }

    @Test
    void callOfYesterdaySettledToday_leavesTodayAlone() {
        shops.setBudget(shop, "{\"day\":1}");
        Reservation yesterday = granted(reserve());
        spend = at(NOON.plusSeconds(86_400));
        granted(reserve());

        spend.settle(yesterday, outcome("stop", new Tokens(100, 0, 0)));

        await(spend.written());
        assertThat(totals()).isEqualTo("2026-11-25 800000 850000");
    }

    @Test
    void conversation_hasItsOwnLimit() {
        shops.setBudget(shop, "{\"conversation_tokens\":2500}");
        spend.settle(granted(reserve()), outcome("stop", USED));
        await(spend.written());
        granted(reserve());

        assertThat(reserve()).isEqualTo(new Exhausted(Exceeded.CONVERSATION));
        granted(await(spend.reserve(call(UUID.randomUUID(), MODEL))));
    }

    @Test
    void reservationThatNobodySettled_countsAsSpent() {
        shops.setBudget(shop, "{\"day\":1}");
        Reservation lost = granted(reserve());
        shops.sql("UPDATE spend_call SET reserved_until = now() - INTERVAL '1 second' WHERE id = ?", lost.id());

        await(spend.lapse(1000));
        await(at(NOON).lapse(1000));

        await(spend.written());
        assertThat(row(lost)).isEqualTo("lapsed 1000/0/200 true cost 800000 null");
        assertThat(totals()).isEqualTo("2026-11-24 800000 800000");
    }

    @Test
    void callThatWasOnlyThoughtLost_isPutRight() {
        Reservation late = granted(reserve());
        shops.sql("UPDATE spend_call SET reserved_until = now() - INTERVAL '1 second' WHERE id = ?", late.id());
        await(spend.lapse(1000));
        await(spend.written());
        assertThat(totals()).isEqualTo("2026-11-24 800000 800000");

        spend.settle(late, outcome("stop", new Tokens(100, 0, 0)));

        await(spend.written());
        assertThat(row(late)).isEqualTo("stop 100/0/0 false cost 50000 gpt-3.5-turbo-0125");
        assertThat(totals()).isEqualTo("2026-11-24 50000 50000");
    }

    @Test
    void modelWithoutAPrice_isRefusedAndLeavesNoRow() {
        Reserving refused = await(spend.reserve(call(CONVERSATION, "mystery-1")));

        assertThat(refused).isEqualTo(new Reserving.Unpriced("mystery-1"));
        assertThat(spend.advice(List.of(MODEL, "mystery-1"), List.of())).hasValueSatisfying(
                advice -> assertThat(advice).contains("mystery-1", "PARLEY_PRICE=0", "PARLEY_SPEND_PRICES_OWN"));
        assertThat(spend.advice(List.of(MODEL), List.of())).isEmpty();
        assertThat(shops.column("SELECT id FROM spend_call WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }

    @Test
    void answerInTheFaqsWords_savesWhatTheModelWouldHaveCost() {
        assertThat(spend.saved(faq(MODEL), 200, true)).hasToString("0.0008");
        assertThat(spend.saved(faq("mystery-1"), 200, true)).isEqualTo(Money.ZERO);
        assertThat(spend.saved(faq(MODEL), 200, false)).isEqualTo(Money.ZERO);

        await(spend.written());
        assertThat(shops.column(
                "SELECT kind || ' ' || cost || ' ' || saved FROM spend_call WHERE tenant_id = ?",
                shop.id().value())).containsExactlyInAnyOrder("faq 0 800000", "faq 0 0", "faq 0 0");
    }

    @Test
    void nearTheLimit_theNextAnswerIsToBeCheaper() {
        shops.setBudget(shop, "{\"day\":0.004}");
        assertThat(spend.savingLevel(tenant())).isEqualTo(SavingLevel.FULL);

        IntStream.range(0, 4).forEach(i -> granted(reserve()));
        assertThat(spend.savingLevel(tenant())).isEqualTo(SavingLevel.SHORT_HISTORY);

        granted(reserve());
        assertThat(spend.savingLevel(tenant())).isEqualTo(SavingLevel.SMALL_ANSWER);
        assertThat(reserve()).isEqualTo(new Exhausted(Exceeded.DAY));
    }

    @Test
    void upstreamsOddNames_areMadeHarmless() {
        Reservation reservation = granted(reserve());

        spend.settle(reservation,
                new CallOutcome("stop", "=cmd|\u0000\n" + "x".repeat(500), "req\u001b[31m", 1, USED, false, 5));

        await(spend.written());
        assertThat(shops.column("SELECT model || ' ' || request_id FROM spend_call WHERE id = ?", reservation.id()))
                .containsExactly("=cmd|" + "x".repeat(95) + " req[31m");
    }

    @Test
    void callsOfGoneConversations_becomeDailySums() {
        UUID kept = shops.conversation(shop).id();
        spend.settle(granted(reserve()), outcome("stop", USED));
        spend.settle(granted(reserve()), outcome("stop", USED));
        spend.settle(granted(await(spend.reserve(call(kept, MODEL)))), outcome("stop", USED));
        await(spend.written());

        assertThat(await(spend.conversations(shop.id(), NOON.plusSeconds(1), new UUID(0, 0), 10)))
                .containsExactlyInAnyOrder(kept, CONVERSATION);
        assertThat(await(spend.condense(shop.id(), NOON, List.of(CONVERSATION), 100))).isZero();
        assertThat(await(spend.condense(shop.id(), NOON.plusSeconds(1), List.of(CONVERSATION), 1))).isEqualTo(1);
        assertThat(await(spend.condense(shop.id(), NOON.plusSeconds(1), List.of(CONVERSATION), 100))).isEqualTo(1);

        assertThat(shops.column("SELECT conversation_id FROM spend_call WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(kept.toString());
        assertThat(shops.column(
                "SELECT day || ' ' || kind || ' ' || model || ' ' || calls || ' ' || input_tokens || ' ' || cost "
                        + "FROM spend_day WHERE tenant_id = ?",
                shop.id().value()))
                .containsExactly("2026-11-24 chat gpt-3.5-turbo-0125 2 2000 1600000");
        assertThat(totals()).isEqualTo("2026-11-24 2400000 2400000");
    }

    private Spend at(Instant now) {
        return new Spend(config, prices, ledger, metrics, ids, Clock.fixed(now, ZoneOffset.UTC), vertx);
    }

    private Reserving reserve() {
        return await(spend.reserve(call(CONVERSATION, MODEL)));
    }

    private List<Reserving> together(int count) {
        List<Uni<Reserving>> calls = IntStream.range(0, count)
                .mapToObj(i -> spend.reserve(call(UUID.randomUUID(), MODEL))).toList();
        return await(Uni.join().all(calls).andFailFast());
    }

    private Call call(UUID conversation, String model) {
        return new Call(tenant(), conversation, UUID.randomUUID(), 1, Purpose.CHAT, List.of(model), 1000, 200);
    }

    private Call faq(String model) {
        return new Call(tenant(), CONVERSATION, UUID.randomUUID(), 1, Purpose.FAQ, List.of(model), 1000, 200);
    }

    /** Looked up late, so that a budget set just before counts. */
    private Tenant tenant() {
        return requireNonNull(await(tenants.byId(shop.id())));
    }

    private static Reservation granted(Reserving reserving) {
        assertThat(reserving).isInstanceOf(Granted.class);
        return ((Granted) reserving).reservation();
    }

    private static CallOutcome outcome(String code, Tokens tokens) {
        return new CallOutcome(code, "gpt-3.5-turbo-0125", "req_1", 1, tokens, false, 321);
    }

    private String row(Reservation reservation) {
        return shops.column("""
                SELECT outcome || ' ' || input_tokens || '/' || cached_tokens || '/' || output_tokens || ' ' || estimated
                    || ' cost ' || cost || ' ' || COALESCE(model, 'null') FROM spend_call WHERE id = ?""",
                reservation.id()).getFirst();
    }

    private String totals() {
        return shops.column("SELECT day || ' ' || day_total || ' ' || month_total FROM spend_total WHERE tenant_id = ?",
                shop.id().value()).getFirst();
    }
}
