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
 * Lets a test's answers end before the next test begins: an answer that still had its call to make would take the reply that the next
 * test has put in the model's mouth. So would the answer that a waiting visitor gets when nobody has come for two minutes: from the next
 * test on they wait for a day.
 */
public class AnswersEndFirst implements QuarkusTestAfterEachCallback {
    /** Longer would only help answers that a test has stalled for good, and cost those tests that leave their sockets open. */
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
            // The test's own assertions say what may stay open.
        }
    }
}
