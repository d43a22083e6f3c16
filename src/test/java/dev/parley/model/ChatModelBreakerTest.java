package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.model.ModelRig.Answer;
import dev.parley.model.health.ModelState.Breaker;
import dev.parley.testsupport.Reply;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelBreakerTest {
    private ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void rig(String... settings) {
        rig.close();
        rig = new ModelRig(settings);
    }

    private void breakDown() {
        rig.upstream.always(Reply.error(500, null, null));
        for (int i = 0; i < 20 && rig.model.state().breaker() != Breaker.OPEN; i++) {
            rig.ask();
        }
    }

    @Test
    void outage_opensWithinTenAttemptsAndThenNobodyAsks() {
        breakDown();
        assertThat(rig.model.state().breaker()).isEqualTo(Breaker.OPEN);
        assertThat(rig.upstream.stats().requests()).isEqualTo(10);

        ModelException failure = rig.ask().failure();

        assertThat(failure.kind()).isEqualTo(ModelErrorKind.BREAKER_OPEN);
        assertThat(failure.attempts()).isZero();
        assertThat(rig.upstream.stats().requests()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429})
    void refusalsForAReasonOfOurs_neverOpenIt(int status) {
        rig.upstream.always(Reply.error(status, null, null));

        for (int i = 0; i < 20; i++) {
            rig.ask();
        }

        assertThat(rig.model.state().breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void brokenModel_isSkippedForItsFallback() {
        rig("fallbacks", "second");
        breakDown();
        rig.upstream.always(Reply.answer("x"));

        Answer answer = rig.ask();

        assertThat(answer.started()).isEqualTo(new ChatEvent.Started("second", "req_scripted", 1));
    }

    @Test
    void recoveredUpstream_isUsedAgainAfterOneProbe() {
        rig("probe-every", "100ms");
        breakDown();
        rig.upstream.always(Reply.answer("x"));
        await().until(() -> rig.model.state().breaker() == Breaker.HALF_OPEN);

        assertThat(rig.ask().text()).isEqualTo("x");

        assertThat(rig.model.state().breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void probe_isOneCallAlone() {
        rig("probe-every", "100ms");
        breakDown();
        rig.upstream.always(Reply.answer("x").stallBeforeHeaders());
        await().until(() -> rig.model.state().breaker() == Breaker.HALF_OPEN);
        rig.model.answer(ModelRig.HELLO).subscribe().withSubscriber(AssertSubscriber.create(1));
        await().until(() -> rig.upstream.stats().streams() == 1);

        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.BREAKER_OPEN);
    }

    @Test
    void abandonedProbe_neitherClosesNorBlocksIt() {
        // Long enough for a poll of the state every 100 ms.
        rig("probe-every", "1s");
        breakDown();
        rig.upstream.always(Reply.answer("x").stallBeforeHeaders());
        await().until(() -> rig.model.state().breaker() == Breaker.HALF_OPEN);
        AssertSubscriber<ChatEvent> visitor = rig.model.answer(ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        await().until(() -> rig.upstream.stats().streams() == 1);

        visitor.cancel();

        await().until(() -> rig.model.state().breaker() == Breaker.OPEN);
        await().until(() -> rig.model.state().breaker() == Breaker.HALF_OPEN);
        rig.upstream.always(Reply.answer("x"));
        assertThat(rig.ask().text()).isEqualTo("x");
    }
}
