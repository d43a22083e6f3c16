package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;

import dev.parley.model.ModelRig.Answer;
import dev.parley.testsupport.Reply;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelTimeTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void rig(String... settings) {
        rig.close();
        rig = new ModelRig(settings);
    }

    @Test
    void silenceBeforeTheHeaders_endsWithTheFirstTokenTime() {
        rig("timeouts.first-token", "100ms");
        rig.upstream.always(Reply.answer("a").stallBeforeHeaders());

        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.TIMEOUT_FIRST_TOKEN);

        await().until(() -> rig.upstream.stats().cancelled() == 3);
    }

    @Test
    void silenceAfterTheHeaders_endsWithTheFirstTokenTime() {
        rig("timeouts.first-token", "100ms");
        rig.upstream.always(Reply.answer("a").stallAfter(0));

        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.TIMEOUT_FIRST_TOKEN);
    }

    @Test
    void emptyChunksAndComments_areNotTokens() {
        rig("timeouts.first-token", "100ms");
        rig.upstream.always(Reply.answer(Collections.nCopies(1000, "").toArray(String[]::new)).comments(1).every(5));

        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.TIMEOUT_FIRST_TOKEN);
    }

    @Test
    void allAttemptsTogether_endWithTheOpeningTime() {
        rig("timeouts.first-token", "800ms", "timeouts.opening", "1500ms");
        rig.upstream.always(Reply.answer("a").stallBeforeHeaders());

        assertThat(rig.ask().failure().attempts()).isEqualTo(1);
    }

    @Test
    void silenceInTheMiddle_keepsTheText() {
        rig("timeouts.between-tokens", "100ms");
        rig.upstream.always(Reply.answer("a", "b", "c").stallAfter(2));

        Answer answer = rig.ask();

        assertThat(answer.text()).isEqualTo("ab");
        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.TIMEOUT_BETWEEN);
        assertThat(answer.failure().afterFirstToken()).isTrue();
        await().until(() -> rig.upstream.stats().cancelled() == 1);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void slowDrip_cannotEvadeTheTotal() {
        rig("timeouts.total", "300ms");
        rig.upstream.always(Reply.answer(Collections.nCopies(10_000, "a").toArray(String[]::new)).every(10));

        Answer answer = rig.ask();

        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.TIMEOUT_TOTAL);
        assertThat(answer.text()).matches("a+");
        await().until(() -> rig.upstream.stats().cancelled() == 1);
    }

    @Test
    void silenceAfterTheFinishReason_isStillACompleteAnswer() {
        rig.upstream.next(Reply.raw(200, "text/event-stream",
                "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n")
                .cutAfter(1_000));

        Answer answer = rig.ask();

        assertThat(answer.finished().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void reading_pausesTheClockBetweenTokens() {
        rig("timeouts.between-tokens", "50ms");
        rig.upstream.next(Reply.answer("a", "b", "c"));
        AssertSubscriber<ChatEvent> slow = rig.model.answer(ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(2));
        slow.awaitItems(2);

        await().pollDelay(Duration.ofMillis(150)).until(() -> slow.getFailure() == null);

        slow.request(Long.MAX_VALUE);
        assertThat(ModelRig.end(slow).text()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelling_endsTheCallUpstreamAtOnce(boolean beforeTheFirstToken) {
        rig.upstream.next(Reply.answer(Collections.nCopies(1000, "a").toArray(String[]::new))
                .firstAfter(beforeTheFirstToken ? 60_000 : 0).every(20));
        AssertSubscriber<ChatEvent> visitor = rig.model.answer(ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(
                () -> rig.upstream.stats().streams() == 1 && (beforeTheFirstToken || visitor.getItems().size() > 2));

        long cancelledAt = System.nanoTime();
        visitor.cancel();

        await().until(() -> rig.upstream.stats().cancelled() == 1);
        assertThat(Duration.ofNanos(rig.upstream.stats().lastCancelNanos() - cancelledAt)).isLessThan(AT_ONCE);
        await().until(() -> rig.count("parley.model.calls", "outcome", "cancelled") == 1);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void cancellingBetweenAttempts_asksNoMore() {
        rig.holdWaits();
        rig.upstream.next(Reply.error(500, null, null)).always(Reply.answer("x"));
        AssertSubscriber<ChatEvent> visitor = rig.model.answer(ModelRig.HELLO)
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> !rig.waits.isEmpty());

        visitor.cancel();
        rig.endWaits();

        assertThat(rig.ask().text()).isEqualTo("x");
        assertThat(rig.upstream.stats().requests()).isEqualTo(2);
    }

    @Test
    void fullPool_saysBusyInsteadOfQueueingForEver() {
        rig("connections", "1");
        rig.upstream.always(Reply.answer("a").stallBeforeHeaders());

        for (int i = 0; i < 6; i++) {
            rig.model.answer(ModelRig.HELLO).subscribe().withSubscriber(AssertSubscriber.create(1));
        }

        await().until(() -> rig.count("parley.model.calls", "outcome", "busy") >= 1);
    }
}
