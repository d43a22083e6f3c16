package dev.parley.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.webhook")
public interface WebhookConfig {
    /** Whether this replica delivers webhooks; some replicas may leave that to others. */
    @WithDefault("true")
    boolean deliver();

    /** Longest time that a shop's server may take to answer a webhook, at most 30 s. */
    @WithDefault("5s")
    Duration within();

    /** How long an event is retried after its first failure. A webhook without a delivery for as long is paused. */
    @WithDefault("24h")
    Duration retryFor();

    /** Longest pause between two attempts to deliver an event. */
    @WithDefault("5m")
    Duration longestWait();

    /** How long a webhook's replaced secret signs beside the new one. */
    @WithDefault("24h")
    Duration overlap();

    /** How long the log of deliveries is kept, unless the conversation is deleted earlier. */
    @WithDefault("168h")
    Duration keep();
}
