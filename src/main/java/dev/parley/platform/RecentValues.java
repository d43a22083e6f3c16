package dev.parley.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * Settings that every turn reads and that seldom change: a few seconds old at most, and never older than a change
 * through this replica.
 */
public final class RecentValues<K, V> {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<K, Known<V>> known = new HashMap<>();
    private long changes;

    private record Known<V>(V value, Instant until) {}

    public RecentValues(Clock clock) {
        this.clock = clock;
    }

    public Uni<V> get(K key, Supplier<Uni<V>> read) {
        return Uni.createFrom().deferred(() -> {
            synchronized (this) {
                Known<V> found = known.get(key);
                if (found != null && clock.instant().isBefore(found.until())) {
                    return Uni.createFrom().item(found.value());
                }
                long before = changes;
                return read.get().invoke(value -> keep(key, value, before));
            }
        });
    }

    /** Call after a change has been committed. */
    public synchronized void forget(K key) {
        changes++;
        known.remove(key);
    }

    /** What was read while something changed may be older than the change. */
    private synchronized void keep(K key, V value, long before) {
        if (changes == before) {
            known.put(key, new Known<>(value, clock.instant().plus(FRESH)));
        }
    }
}
