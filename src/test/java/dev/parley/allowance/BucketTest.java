package dev.parley.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long START = -5_000_000_000L;
    private final Bucket bucket = new Bucket(3, 2, START);

    @Test
    void burst_isTakenAtOnceAndNoMore() {
        assertThat(taken(10, START)).isEqualTo(3);
    }

    @Test
    void spentBucket_growsBackWithTime() {
        taken(3, START);

        assertThat(taken(5, after("PT0.499S"))).isZero();
        assertThat(taken(5, after("PT0.5S"))).isEqualTo(1);
        assertThat(taken(5, after("PT1.5S"))).isEqualTo(2);
    }

    @Test
    void longSilence_savesNoMoreThanTheBurst() {
        taken(3, START);

        assertThat(taken(10, after("PT24H"))).isEqualTo(3);
    }

    private static long after(String duration) {
        return START + Duration.parse(duration).toNanos();
    }

    private int taken(int attempts, long at) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += bucket.take(at) ? 1 : 0;
        }
        return taken;
    }
}
