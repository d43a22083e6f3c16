package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import dev.parley.testsupport.SteppingClock;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
    private final SteppingClock clock = new SteppingClock(Instant.EPOCH);
    private final RecentValues<String, Integer> values = new RecentValues<>(clock);
    private int reads;

    @Test
    void valueReadBefore_isNotReadAgain() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("a")).isEqualTo(1);
    }

    @Test
    void valueOfAnotherKey_isReadItself() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(2);
    }

    @Test
    void fiveSecondsLater_isReadAgain() {
        get("a");
        clock.goOn(Duration.ofSeconds(5));

        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void changedValue_isReadAgain() {
        get("a");
        values.forget("a");

        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void valueThatWasReadWhileItChanged_isNotKept() {
        CompletableFuture<Integer> slow = new CompletableFuture<>();
        CompletableFuture<Integer> reading = values.get("a", () -> Uni.createFrom().completionStage(slow))
                .subscribeAsCompletionStage();

        values.forget("a");
        slow.complete(0);

        assertThat(reading).isCompletedWithValue(0);
        assertThat(get("a")).isEqualTo(1);
    }

    private int get(String key) {
        return values.get(key, () -> Uni.createFrom().item(++reads)).await().indefinitely();
    }
}
