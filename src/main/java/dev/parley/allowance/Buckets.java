package dev.parley.allowance;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

/** A bucket per key; full ones are evicted. */
final class Buckets<K> {
    /** Bounds memory that strangers can fill, to about 20 MB. */
    private static final int MAX_BUCKETS = 100_000;

    private final Function<K, Rate> rate;
    private final Cache<K, Bucket> buckets;

    Buckets(Rate rate, Ticker ticker) {
        this(each -> rate, ticker);
    }

    /** @param rate by key */
    Buckets(Function<K, Rate> rate, Ticker ticker) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder().maximumSize(MAX_BUCKETS).ticker(ticker)
                .expireAfter(Expiry.<K, Bucket>accessing((key, bucket) -> untilFull(rate.apply(key)))).build();
    }

    private static Duration untilFull(Rate rate) {
        return Duration.ofSeconds(1 + 60L * rate.atOnce() / rate.perMinute());
    }

    <T> T with(K key, long nowNanos, Function<Bucket, T> question) {
        Bucket bucket = buckets.get(key, fresh -> rate.apply(fresh).bucket(nowNanos));
        synchronized (bucket) {
            return question.apply(bucket);
        }
    }
}
