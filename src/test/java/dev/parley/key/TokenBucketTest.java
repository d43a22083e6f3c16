package dev.parley.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import dev.parley.key.TokenBucket.Taken;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void fullBucket_letsItsShareOfAMinuteThroughAtOnce() {
        TokenBucket bucket = new TokenBucket(90, START);

        assertThat(bucket.take(START).remaining()).isEqualTo(2);
        assertThat(bucket.take(START).remaining()).isEqualTo(1);
        assertThat(bucket.take(START).refused()).isFalse();
        Taken fourth = bucket.take(START);
        assertThat(fourth.refused()).isTrue();
        assertThat(fourth.limit()).isEqualTo(3);
        assertThat(fourth.pause()).isEqualTo(Duration.ofNanos(666_666_667));
        assertThat(bucket.window()).isEqualTo(2);
    }

    @Test
    void whoWaitsAsLongAsTold_isLetThrough() {
        TokenBucket bucket = new TokenBucket(1, START);
        bucket.take(START);
        Duration pause = bucket.take(START).pause();

        assertThat(bucket.take(START.plus(pause).minusMillis(1)).refused()).isTrue();
        assertThat(bucket.take(START.plus(pause)).refused()).isFalse();
    }

    @Test
    void longPause_fillsTheBucketAndNoMore() {
        TokenBucket bucket = new TokenBucket(60, START);
        bucket.take(START);

        Taken taken = bucket.take(START.plus(Duration.ofDays(1)));

        assertThat(taken.remaining()).isEqualTo(1);
        assertThat(taken.full()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void clockThatIsSetBack_givesNothing() {
        TokenBucket bucket = new TokenBucket(1, START);
        bucket.take(START);

        assertThat(bucket.take(START.minusSeconds(3600)).refused()).isTrue();
    }
}
