package dev.parley.allowance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import dev.parley.platform.AllowanceTaken;
import dev.parley.platform.RetryLaterException;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Rate limits for visitors; refuses with {@code rate_limited}. Waiting is left to the client. */
@ApplicationScoped
public class Allowances {
    private static final Duration SOCKET_PAUSE = Duration.ofSeconds(10);
    /** Tokens that a flooding socket costs its address. */
    private static final int FLOOD = 20;

    private final boolean off;
    private final int addressSockets;
    private final int allSockets;
    private final LongSupplier nanos;
    private final Buckets<String> newVisitors;
    private final Buckets<UUID> visitors;
    private final Buckets<String> addresses;
    private final Buckets<ShopRate> shops;
    private final Buckets<String> openings;
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    @Inject
    Allowances(AllowanceConfig config, Event<AllowanceTaken> taken) {
        this(config, System::nanoTime, taken::fire);
    }

    Allowances(AllowanceConfig config, LongSupplier nanos, Consumer<AllowanceTaken> taken) {
        this.off = config.mode() == AllowanceConfig.Mode.OFF;
        this.addressSockets = config.addressSockets();
        this.allSockets = config.allSockets();
        this.nanos = nanos;
        this.newVisitors = new Buckets<>("new-visitors", config.newVisitors(), nanos::getAsLong, taken);
        this.visitors = new Buckets<>("visitor", config.visitorMessages(), nanos::getAsLong, taken);
        this.addresses = new Buckets<>("address", config.addressMessages(), nanos::getAsLong, taken);
        this.openings = new Buckets<>("sockets", config.openedSockets(), nanos::getAsLong, taken);
        this.shops = new Buckets<>("shop", config.shopMessages(), ShopRate::perMinute, nanos::getAsLong, taken);
    }

    void takenElsewhere(@Observes AllowanceTaken.Elsewhere other) {
        long now = nanos.getAsLong();
        for (Buckets<?> each : List.of(newVisitors, visitors, addresses, openings, shops)) {
            each.takeElsewhere(other.taken(), now);
        }
    }

    public boolean off() {
        return off;
    }

    /** {@code address}: of the caller, see {@link dev.parley.platform.CallerAddress}. */
    public void newVisitor(String address) {
        long now = nanos.getAsLong();
        long pause = off ? 0 : newVisitors.with(network(address), now, bucket -> bucket.take(now) ? 0 : bucket.pause());
        if (pause > 0) {
            throw refusal("Too many new visitors come from this address.", pause);
        }
    }

    /** A shop whose rate changes gets a new bucket. */
    private record ShopRate(TenantId tenant, int perMinute) {
        @Override
        public String toString() {
            return tenant + " " + perMinute;
        }
    }

    /** Counts an action that costs the shop work. {@code perMinute} is the shop's limit; null for the default. */
    public void message(TenantId tenant, @Nullable Integer perMinute, UUID visitor, String address) {
        if (off) {
            return;
        }
        long now = nanos.getAsLong();
        Own own = visitors.with(visitor, now, bucket -> new Own(bucket.take(now), bucket.isHalfFull(), bucket.pause()));
        if (!own.granted()) {
            throw refusal("You have sent many messages in a short time.", own.pause());
        }
        // Many people may share an address; one of them must not use up the others' share.
        long crowd = addresses.with(network(address), now, bucket -> bucket.take(now) ? 0 : bucket.pause());
        if (crowd > 0 && !own.sparing()) {
            throw refusal("Many messages come from this address.", crowd);
        }
        long busy = shops.with(new ShopRate(tenant, perMinute == null ? 0 : perMinute), now,
                bucket -> bucket.take(now) ? 0 : bucket.pause());
        if (busy > 0) {
            throw refusal("This shop gets more messages than it takes.", busy);
        }
    }

    private record Own(boolean granted, boolean sparing, long pause) {}

    public boolean hasRoomForSocket(String address) {
        long now = nanos.getAsLong();
        return off || (open.get() < allSockets && sockets.getOrDefault(network(address), 0) < addressSockets
                && openings.with(network(address), now, bucket -> bucket.take(now)));
    }

    public void opened(String address) {
        open.incrementAndGet();
        sockets.merge(network(address), 1, Integer::sum);
    }

    public void closed(String address) {
        open.decrementAndGet();
        sockets.computeIfPresent(network(address), (key, count) -> count > 1 ? count - 1 : null);
    }

    /** Records that a socket was closed for flooding. */
    public void flooded(String address) {
        long now = nanos.getAsLong();
        openings.with(network(address), now, bucket -> {
            bucket.drain(FLOOD, now);
            return bucket;
        });
    }

    /** When a refused socket may be tried again. */
    public Duration socketPause() {
        return SOCKET_PAUSE;
    }

    private static RetryLaterException refusal(String why, long nanos) {
        Duration pause = Duration.ofNanos(nanos);
        return new RetryLaterException("rate_limited",
                why + " Try again in " + Math.max(1, pause.plusMillis(999).toSeconds()) + " s.", pause);
    }

    /** The /64 of an IPv6 address, whose owner has all its addresses (RFC 6177). */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 5 || address.contains(".")
                ? address
                : String.join(":", java.util.Arrays.asList(groups).subList(0, 4));
    }
}
