package dev.parley.webhook;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

sealed interface DeliveryVerdict {
    /** Consecutive failures after which the server counts as down; fewer may be one event's fault. */
    int DOWN = 3;

    record Delivered() implements DeliveryVerdict {}

    /**
     * A failed attempt.
     *
     * @param again false: give up
     * @param due next attempt
     * @param rest pause of the webhook; null: unchanged
     * @param pause reason to pause the webhook until resumed; null: none
     */
    record Undelivered(boolean again, Instant due, @Nullable Instant rest, Webhook.@Nullable Reason pause)
            implements
                DeliveryVerdict {}

    /** Tests are not repeated. */
    static DeliveryVerdict of(DueDelivery due, DeliveryAttempt attempt, Instant now, Duration retryFor,
            Backoff backoff) {
        if (attempt.accepted()) {
            return new Delivered();
        }
        if (due.test()) {
            return new Undelivered(false, now, null, null);
        }
        if (attempt.gone()) {
            return new Undelivered(true, now, null, Webhook.Reason.GONE);
        }
        int failures = due.failures() + 1;
        Instant rest = failures < DOWN ? null : now.plus(backoff.after(failures - DOWN + 1));
        if (over(due.webhookFailingSince(), now, retryFor)) {
            return new Undelivered(true, now, rest, Webhook.Reason.FAILING);
        }
        Instant next = now.plus(backoff.after(due.tries() + 1));
        return new Undelivered(!over(due.failingSince(), now, retryFor), next, rest, null);
    }

    private static boolean over(@Nullable Instant since, Instant now, Duration retryFor) {
        return since != null && !now.isBefore(since.plus(retryFor));
    }
}
