package dev.parley.key;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.key.TokenBucket.Taken;
import dev.parley.platform.RetryLaterException;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Rate limit per key and replica, against one shop's runaway loop. Refuses before the database is asked. */
@ApplicationScoped
public class KeyAllowance {
    private final KeyRateConfig config;
    private final Clock clock;
    /** By the key's hash. Holds valid keys only, so that guessing fills no memory. */
    private final Map<ByteBuffer, TokenBucket> buckets = new ConcurrentHashMap<>();

    KeyAllowance(KeyRateConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** False if the key is not known here yet; count it once it is validated. */
    public boolean take(byte[] hash, HttpServerResponse response) {
        TokenBucket bucket = buckets.get(ByteBuffer.wrap(hash));
        if (bucket != null) {
            take(bucket, response);
        }
        return bucket != null;
    }

    public void takeFirst(byte[] hash, @Nullable Integer perMinute, HttpServerResponse response) {
        take(buckets.computeIfAbsent(ByteBuffer.wrap(hash),
                key -> new TokenBucket(perMinute == null ? config.requestsPerMinute() : perMinute, clock.instant())),
                response);
    }

    public void forget(byte[] hash) {
        buckets.remove(ByteBuffer.wrap(hash));
    }

    private void take(TokenBucket bucket, HttpServerResponse response) {
        Taken taken = bucket.take(clock.instant());
        response.putHeader("RateLimit-Limit", Integer.toString(taken.limit()));
        response.putHeader("RateLimit-Remaining", Integer.toString(taken.remaining()));
        response.putHeader("RateLimit-Reset", Long.toString(seconds(taken.full())));
        response.putHeader("RateLimit-Policy", taken.limit() + ";w=" + bucket.window());
        if (taken.refused()) {
            throw new RetryLaterException("rate_limited",
                    "This key has been used too often. Wait as long as `Retry-After` says, then send the same again.",
                    taken.pause());
        }
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
