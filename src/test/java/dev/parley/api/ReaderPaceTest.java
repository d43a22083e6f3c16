package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderPaceTest {
    private static final UUID ID = new UUID(0, 1);

    private final AtomicInteger hungUp = new AtomicInteger();
    private final AtomicReference<ReaderPace.@Nullable Out> out = new AtomicReference<>();

    private AssertSubscriber<FollowerStep> read(int steps, int characters, long wanted) {
        return new ReaderPace(steps, characters, hungUp::incrementAndGet).of(out::set).subscribe()
                .withSubscriber(AssertSubscriber.create(wanted));
    }

    private void grow(int times, int characters) {
        ReaderPace.Out known = Objects.requireNonNull(out.get());
        for (int i = 1; i <= times; i++) {
            known.step(
                    new FollowerStep.Happened(new AnswerGrew(new TenantId(ID), ID, ID, 1, i, "x".repeat(characters))));
        }
    }

    @Test
    void readerWhoTakesNothing_isCutOffOnceAndHasLittleWaiting() {
        AssertSubscriber<FollowerStep> reader = read(2_000, 1_000_000, 0);

        grow(100, 64 * 1024);

        assertThat(hungUp).hasValue(1);
        reader.request(Long.MAX_VALUE);
        assertThat(reader.getItems()).hasSize(15);
        assertThat(reader.getFailure()).extracting("code").isEqualTo("reader_slow");
    }

    @Test
    void manySmallSteps_areCountedToo() {
        AssertSubscriber<FollowerStep> reader = read(50, 1_000_000, 0);

        grow(51, 1);

        assertThat(hungUp).hasValue(1);
        reader.request(Long.MAX_VALUE);
        assertThat(reader.getItems()).hasSize(50);
    }

    @Test
    void readerWhoKeepsUp_mayReadForEver() {
        AssertSubscriber<FollowerStep> reader = read(50, 100_000, Long.MAX_VALUE);

        grow(10_000, 1_000);

        assertThat(hungUp).hasValue(0);
        assertThat(reader.getItems()).hasSize(10_000);
    }

    @Test
    void readerWhoIsALittleBehind_catchesUp() {
        AssertSubscriber<FollowerStep> reader = read(50, 100_000, 0);
        for (int i = 0; i < 20; i++) {
            grow(40, 1_000);
            reader.request(40);
        }

        assertThat(hungUp).hasValue(0);
        assertThat(reader.getItems()).hasSize(800);
    }

    @Test
    void stepThatAloneIsLarger_passes() {
        AssertSubscriber<FollowerStep> reader = read(50, 1_000, 1);

        grow(1, 5_000);

        assertThat(reader.getItems()).hasSize(1);
        assertThat(hungUp).hasValue(0);
    }
}
