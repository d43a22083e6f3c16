package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parley.testsupport.Reply;
import io.vertx.core.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatModelLoadTest {
    private static final int AT_ONCE = 16;
    private static final int TURNS = 3_000;

    private final ModelRig rig = new ModelRig();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void thousandsOfTurns_shareAFewConnectionsAndNoneFails() {
        rig.upstream.forgetRequests().always(Reply.answer(Collections.nCopies(20, "word ").toArray(String[]::new)));

        for (int i = 0; i < AT_ONCE; i++) {
            Context context = rig.vertx.getOrCreateContext();
            context.runOnContext(ignored -> turn());
        }

        await().atMost(Duration.ofMinutes(1)).until(() -> answered.get() + failed.get() == TURNS);
        assertThat(failed).hasValue(0);
        assertThat(rig.upstream.stats().requests()).isEqualTo(TURNS);
        assertThat(rig.upstream.stats().connections()).isLessThanOrEqualTo(2 * AT_ONCE);
    }

    private void turn() {
        if (begun.incrementAndGet() > TURNS) {
            return;
        }
        rig.model.answer(ModelRig.HELLO).subscribe().with(event -> {}, failure -> next(failed), () -> next(answered));
    }

    private void next(AtomicInteger outcome) {
        outcome.incrementAndGet();
        turn();
    }
}
