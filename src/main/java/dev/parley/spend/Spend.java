package dev.parley.spend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.spend.LedgerRepository.Reserved;
import dev.parley.spend.LedgerRepository.Wish;
import dev.parley.spend.Reserving.Exhausted;
import dev.parley.spend.Reserving.Granted;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** {@link #reserve} before a call, {@link #settle} after; else it counts in full after {@link SpendConfig#lapse}. */
@ApplicationScoped
@Startup
public class Spend {
    private final SpendConfig config;
    private final PriceList prices;
    private final LedgerRepository ledger;
    private final SpendMetrics metrics;
    private final Ids ids;
    private final Clock clock;
    private final Settlements settlements;
    private final Unpriced unpriced;
    /** Cached standings, a hint to save in time; the database decides. */
    private final Map<TenantId, LastTotals> lastTotals = new ConcurrentHashMap<>();

    private record LastTotals(LocalDate day, SpendTotals totals) {}

    Spend(SpendConfig config, PriceList prices, LedgerRepository ledger, SpendMetrics metrics, Ids ids, Clock clock,
            Vertx vertx) {
        this.config = config;
        this.prices = prices;
        this.ledger = ledger;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
        this.settlements = new Settlements((tenant, entries) -> ledger.settle(tenant, entries, prices.currency()),
                this::remember, vertx);
        this.unpriced = new Unpriced(prices.currency(), clock);
        metrics.watch(settlements);
        // An invalid amount stops the start, not the first call.
        config.budget().day().ifPresent(Money::of);
        config.budget().month().ifPresent(Money::of);
    }

    /** Why these models cannot be used, as a sentence that names the setting. {@code lanes} have own prices. */
    public Optional<String> advice(List<String> models, List<LaneSettings> lanes) {
        return prices.with(lanes).unpriced(models, LocalDate.ofInstant(clock.instant(), config.budget().zone()))
                .map(model -> Unpriced.advice(model, prices.currency()));
    }

    /** Models with a price, or all if none has one; logs the others. */
    public List<String> priced(Tenant shop, List<String> models) {
        LocalDate today = Limits.of(shop, config.budget()).today(clock.instant());
        PriceList own = pricesOf(shop);
        List<String> known = models.stream().filter(model -> own.find(model, today).isPresent()).toList();
        models.stream().filter(model -> !known.contains(model)).forEach(unpriced::tell);
        return known.isEmpty() ? models : known;
    }

    private PriceList pricesOf(Tenant shop) {
        return prices.with(shop.models().all());
    }

    public SavingLevel savingLevel(Tenant shop) {
        LastTotals last = lastTotals.get(shop.id());
        Limits limits = Limits.of(shop, config.budget());
        if (last == null || limits.none() || !last.day().equals(limits.today(clock.instant()))) {
            return SavingLevel.FULL;
        }
        return limits.savingLevel(last.totals().day(), last.totals().month());
    }

    /** Reserves the maximum cost atomically, so that concurrent calls exceed no limit. */
    public Uni<Reserving> reserve(Call call) {
        Limits limits = Limits.of(call.shop(), config.budget());
        Instant now = clock.instant();
        LocalDate today = limits.today(now);
        PriceList own = pricesOf(call.shop());
        Optional<String> unknown = own.unpriced(call.models(), today);
        if (unknown.isPresent()) {
            unpriced.tell(unknown.get());
            metrics.refused("no_price");
            return Uni.createFrom().item(new Reserving.Unpriced(unknown.get()));
        }
        Price price = own.dearest(call.models(), today);
        Reservation reservation = new Reservation(ids.next(), call, today, now);
        Tokens most = call.most().charged(price);
        Wish request = new Wish(reservation, price, most, price.atMost(most), prices.currency(), config.lapse());
        TenantId tenant = call.shop().id();
        return limits.none()
                ? ledger.note(tenant, request).replaceWith(new Granted(reservation))
                : ledger.reserve(tenant, request, limits).map(reserved -> decided(request, limits, reserved));
    }

    private Reserving decided(Wish request, Limits limits, Reserved reserved) {
        Reservation reservation = request.reservation();
        lastTotals.put(reservation.call().shop().id(), new LastTotals(reservation.day(), reserved.totals()));
        if (reserved.granted()) {
            return new Granted(reservation);
        }
        Tokens most = request.tokens();
        Exceeded limit = limits.exceeded(request.most(), most.input() + most.output(), reserved.totals());
        metrics.refused(limit.code());
        return new Exhausted(limit);
    }

    /** Returns the cost at once; the ledger follows asynchronously. */
    public Money settle(Reservation reservation, CallOutcome outcome) {
        Call call = reservation.call();
        Price price = pricesOf(call.shop()).ofAnswer(call.models(), outcome.model(), reservation.day());
        Tokens tokens = outcome.tokens().charged(price);
        Money cost = price.of(tokens);
        book(call.shop().id(), new Entry(reservation.id(), call.conversation(), call.answer(), call.attempt(),
                call.purpose(), call.models().getFirst(), outcome.model(), outcome.requestId(), tokens,
                outcome.estimated(), price, cost, Money.ZERO, outcome.latencyMillis(), outcome.tries(), outcome.code(),
                reservation.day(), reservation.at()));
        return cost;
    }

    /**
     * Books an FAQ answer and what {@code call} would have cost instead, at list price; nothing unless {@code avoided}.
     */
    public Money saved(Call call, int outputTokens, boolean avoided) {
        Limits limits = Limits.of(call.shop(), config.budget());
        Instant now = clock.instant();
        LocalDate today = limits.today(now);
        PriceList own = pricesOf(call.shop());
        Money saved = avoided && own.unpriced(call.models(), today).isEmpty()
                ? own.dearest(call.models().subList(0, 1), today)
                        .of(new Tokens(call.inputTokens(), 0, outputTokens))
                : Money.ZERO;
        book(call.shop().id(),
                new Entry(ids.next(), call.conversation(), call.answer(), call.attempt(), call.purpose(),
                        call.models().getFirst(), null, null, Tokens.NONE, false, Price.FREE, Money.ZERO, saved, 0, 0,
                        "faq",
                        today, now));
        return saved;
    }

    private void book(TenantId tenant, Entry entry) {
        metrics.settled(entry);
        settlements.add(tenant, entry);
    }

    private void remember(TenantId tenant, SpendTotals totals) {
        lastTotals.computeIfPresent(tenant, (id, last) -> new LastTotals(last.day(), totals));
    }

    /** Settles overdue reservations in full; returns their number. */
    Uni<Integer> lapse(int max) {
        return ledger.lapsed(max).map(lapses -> {
            lapses.forEach(lapse -> {
                metrics.lapsed();
                settlements.add(lapse.tenant(), lapse.entry());
            });
            return lapses.size();
        });
    }

    /** Completes once the ledger has everything settled so far. */
    public Uni<Void> written() {
        return settlements.idle();
    }

    /** Conversations with calls before then, ordered. {@code after} is the last of the previous page. */
    public Uni<List<UUID>> conversations(TenantId tenant, Instant before, UUID after, int max) {
        return ledger.conversations(tenant, before, after, max);
    }

    /** Condenses calls without a conversation, or of {@code gone} ones, into daily sums. Returns their number. */
    public Uni<Integer> condense(TenantId tenant, Instant before, Collection<UUID> gone, int batch) {
        return ledger.condense(tenant, before, gone, batch);
    }
}
