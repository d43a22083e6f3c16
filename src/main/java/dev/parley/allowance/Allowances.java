package dev.parley.allowance;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
    private final Rate usualOfShops;
    private final Buckets<String> openings;
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    @Inject
    Allowances(AllowanceConfig config) {
        this(config, System::nanoTime);
    }

    Allowances(AllowanceConfig config, LongSupplier nanos) {
        this.off = config.mode() == AllowanceConfig.Mode.OFF;
        this.addressSockets = config.addressSockets();
        this.allSockets = config.allSockets();
        this.nanos = nanos;
        this.newVisitors = new Buckets<>(config.newVisitors(), nanos::getAsLong);
        this.visitors = new Buckets<>(config.visitorMessages(), nanos::getAsLong);
        this.addresses = new Buckets<>(config.addressMessages(), nanos::getAsLong);
        this.openings = new Buckets<>(config.openedSockets(), nanos::getAsLong);
        this.usualOfShops = config.shopMessages();
        this.shops = new Buckets<>(ShopRate::rate, nanos::getAsLong);
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
    private record ShopRate(TenantId tenant, Rate rate) {}

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
        Rate rate = perMinute == null ? usualOfShops : new Rate(perMinute, perMinute);
        long busy = shops.with(new ShopRate(tenant, rate), now, bucket -> bucket.take(now) ? 0 : bucket.pause());
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
