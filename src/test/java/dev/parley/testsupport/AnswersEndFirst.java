package dev.parley.testsupport;

import java.time.Duration;

import dev.parley.feed.ConversationFeed;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a test's answers to end before the next test: a running answer would take the next test's scripted reply.
 * So would the answer to a visitor who has waited two minutes for an agent; for later tests that wait becomes a day.
 */
public class AnswersEndFirst implements QuarkusTestAfterEachCallback {
    /** A longer wait would only help answers that a test has stalled, and slow tests that leave sockets open. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        try (InstanceHandle<Shops> shops = Arc.container().instance(Shops.class)) {
            if (shops.isAvailable()) {
                shops.get().sql(
                        "UPDATE conversation SET waiting_since = now() + INTERVAL '1 day' WHERE state = 'waiting'");
            }
        }
        try (InstanceHandle<ConversationFeed> feed = Arc.container().instance(ConversationFeed.class)) {
            if (!feed.isAvailable() || feed.get().open().isEmpty()) {
                return;
            }
            Awaitility.await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(5))
                    .until(() -> feed.get().open().isEmpty());
        } catch (ConditionTimeoutException stalled) {
            // The test's own assertions decide what may stay open.
        }
    }
}
