package dev.parley.allowance;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.platform.AllowanceTaken;

/** A bucket per key; full ones are evicted. What is taken is told to the other replicas, which take it, too. */
final class Buckets<K> {
    /** Bounds memory that strangers can fill, to about 20 MB. */
    private static final int MAX_BUCKETS = 100_000;

    private final String limit;
    private final Rate usual;
    private final ToIntFunction<K> perMinute;
    private final Consumer<AllowanceTaken> taken;
    /** By {@link AllowanceTaken#fingerprint}. */
    private final Cache<Long, Bucket> buckets;

    Buckets(String limit, Rate rate, Ticker ticker, Consumer<AllowanceTaken> taken) {
        this(limit, rate, each -> 0, ticker, taken);
    }

    /** @param perMinute by key, also at once; 0 for the usual rate */
    Buckets(String limit, Rate usual, ToIntFunction<K> perMinute, Ticker ticker, Consumer<AllowanceTaken> taken) {
        this.limit = limit;
        this.usual = usual;
        this.perMinute = perMinute;
        this.taken = taken;
        this.buckets = Caffeine.newBuilder().maximumSize(MAX_BUCKETS).ticker(ticker)
                .expireAfter(Expiry.<Long, Bucket>accessing(
                        (key, bucket) -> Duration.ofSeconds(1).plusNanos(bucket.nanosToFill())))
                .build();
    }

    <T> T with(K key, long nowNanos, Function<Bucket, T> question) {
        long fingerprint = AllowanceTaken.fingerprint(key.toString());
        int own = perMinute.applyAsInt(key);
        Bucket bucket = bucket(fingerprint, own, nowNanos);
        T answer;
        int tokens;
        synchronized (bucket) {
            int before = bucket.taken();
            answer = question.apply(bucket);
            tokens = bucket.taken() - before;
        }
        if (tokens > 0) {
            taken.accept(new AllowanceTaken(limit, fingerprint, own, tokens));
        }
        return answer;
    }

    void takeElsewhere(AllowanceTaken other, long nowNanos) {
        if (other.limit().equals(limit)) {
            Bucket bucket = bucket(other.key(), other.perMinute(), nowNanos);
            synchronized (bucket) {
                bucket.drain(other.tokens(), nowNanos);
            }
        }
    }

    private Bucket bucket(long fingerprint, int own, long nowNanos) {
        return buckets.get(fingerprint, fresh -> (own == 0 ? usual : new Rate(own, own)).bucket(nowNanos));
    }
}
