package dev.parley.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.webhook")
public interface WebhookConfig {
    /** Whether this replica delivers; one of several may leave that to the others. */
    @WithDefault("true")
    boolean deliver();

    /** How long a shop's server may take to answer; at most 30 s. */
    @WithDefault("5s")
    Duration within();

    /** How long an event is tried again, from its first failure on. After as long without any delivery a webhook is paused. */
    @WithDefault("24h")
    Duration retryFor();

    /** The longest wait between two attempts. */
    @WithDefault("5m")
    Duration longestWait();

    /** How long a replaced secret signs beside the new one. */
    @WithDefault("24h")
    Duration overlap();

    /** How long the log is kept; shorter where the conversation goes first. */
    @WithDefault("168h")
    Duration keep();
}
