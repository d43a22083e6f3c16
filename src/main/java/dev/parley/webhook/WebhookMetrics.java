package dev.parley.webhook;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * `parley_webhook_attempts_total` by outcome, `parley_webhook_pauses_total` by reason, and the durations
 * `parley_webhook_attempt_seconds` and `parley_webhook_lag_seconds`.
 */
@ApplicationScoped
class WebhookMetrics {
    private final MeterRegistry registry;
    private final Timer attempt;
    private final Timer lag;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.attempt = Timer.builder("parley.webhook.attempt").description("How long shops' servers took to answer")
                .publishPercentileHistogram().register(registry);
        this.lag = Timer.builder("parley.webhook.lag").description("From an event to its delivery").register(registry);
    }

    void attempted(DeliveryAttempt made, DeliveryVerdict verdict, Duration sinceEvent) {
        attempt.record(Duration.ofMillis(made.millis()));
        switch (verdict) {
            case DeliveryVerdict.Delivered delivered -> {
                lag.record(sinceEvent);
                count("delivered");
            }
            case DeliveryVerdict.Undelivered undelivered -> {
                count(undelivered.again() ? "put_off" : "given_up");
                if (undelivered.pause() != null) {
                    registry.counter("parley.webhook.pauses", "reason", undelivered.pause().wire()).increment();
                }
            }
        }
    }

    private void count(String outcome) {
        registry.counter("parley.webhook.attempts", "outcome", outcome).increment();
    }
}
