package dev.parley.key;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import dev.parley.key.TokenBucket.Taken;
import dev.parley.platform.AllowanceTaken;
import dev.parley.platform.RetryLaterException;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Rate limit per key, against one shop's runaway loop. Refuses before the database is asked. */
@ApplicationScoped
public class KeyAllowance {
    private static final String LIMIT = "key";

    private final KeyRateConfig config;
    private final Clock clock;
    private final Event<AllowanceTaken> taken;
    /** By the beginning of the key's hash. Holds valid keys only, so that guessing fills no memory. */
    private final Map<Long, TokenBucket> buckets = new ConcurrentHashMap<>();

    KeyAllowance(KeyRateConfig config, Clock clock, Event<AllowanceTaken> taken) {
        this.config = config;
        this.clock = clock;
        this.taken = taken;
    }

    private static long beginning(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    void takenElsewhere(@Observes AllowanceTaken.Elsewhere other) {
        AllowanceTaken took = other.taken();
        if (took.limit().equals(LIMIT)) {
            TokenBucket bucket = buckets.computeIfAbsent(took.key(),
                    key -> new TokenBucket(took.perMinute(), clock.instant()));
            for (int i = 0; i < took.tokens(); i++) {
                bucket.take(clock.instant());
            }
        }
    }

    /** False if the key is not known here yet; count it once it is validated. */
    public boolean take(byte[] hash, HttpServerResponse response) {
        TokenBucket bucket = buckets.get(beginning(hash));
        if (bucket != null) {
            take(hash, bucket, response);
        }
        return bucket != null;
    }

    public void takeFirst(byte[] hash, @Nullable Integer perMinute, HttpServerResponse response) {
        take(hash, buckets.computeIfAbsent(beginning(hash),
                key -> new TokenBucket(perMinute == null ? config.requestsPerMinute() : perMinute, clock.instant())),
                response);
    }

    public void forget(byte[] hash) {
        buckets.remove(beginning(hash));
    }

    private void take(byte[] hash, TokenBucket bucket, HttpServerResponse response) {
        Taken now = bucket.take(clock.instant());
        response.putHeader("RateLimit-Limit", Integer.toString(now.limit()));
        response.putHeader("RateLimit-Remaining", Integer.toString(now.remaining()));
        response.putHeader("RateLimit-Reset", Long.toString(seconds(now.full())));
        response.putHeader("RateLimit-Policy", now.limit() + ";w=" + bucket.window());
        if (now.refused()) {
            throw new RetryLaterException("rate_limited",
                    "This key has been used too often. Wait as long as `Retry-After` says, then send the same again.",
                    now.pause());
        }
        taken.fire(new AllowanceTaken(LIMIT, beginning(hash), bucket.perMinute(), 1));
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
