package dev.parley.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.webhook")
public interface WebhookConfig {
    /** Whether this replica delivers webhooks; some replicas may leave that to others. */
    @WithDefault("true")
    boolean deliver();

    /** Timeout for a shop's server, at most 30 s. */
    @WithDefault("5s")
    Duration within();

    /** How long an event is retried after its first failure. A webhook without a delivery for as long is paused. */
    @WithDefault("24h")
    Duration retryFor();

    /** Maximum delay between attempts. */
    @WithDefault("5m")
    Duration longestWait();

    /** How long a replaced secret signs beside the new one. */
    @WithDefault("24h")
    Duration overlap();

    /** How long the log is kept, unless the conversation is deleted earlier. */
    @WithDefault("168h")
    Duration keep();
}
