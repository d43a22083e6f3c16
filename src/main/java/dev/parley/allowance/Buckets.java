package dev.parley.allowance;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

/** A bucket for each who asks. One that nobody has used for so long that it is full again is forgotten. */
final class Buckets<K> {
    /** What strangers can fill: some 20 MB in all. */
    private static final int MOST = 100_000;

    private final Function<K, Rate> rate;
    private final Cache<K, Bucket> buckets;

    Buckets(Rate rate, Ticker ticker) {
        this(each -> rate, ticker);
    }

    /** @param rate by what is asked about */
    Buckets(Function<K, Rate> rate, Ticker ticker) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder().maximumSize(MOST).ticker(ticker)
                .expireAfter(Expiry.<K, Bucket>accessing((key, bucket) -> untilFull(rate.apply(key)))).build();
    }

    private static Duration untilFull(Rate rate) {
        return Duration.ofSeconds(1 + 60L * rate.atOnce() / rate.perMinute());
    }

    /** What the question about the bucket comes to, alone with it. */
    <T> T with(K key, long nowNanos, Function<Bucket, T> question) {
        Bucket bucket = buckets.get(key, fresh -> rate.apply(fresh).bucket(nowNanos));
        synchronized (bucket) {
            return question.apply(bucket);
        }
    }
}
