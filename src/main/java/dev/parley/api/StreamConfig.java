package dev.parley.api;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.stream")
interface StreamConfig {
    /** How often a comment is sent in an event stream that is otherwise silent; proxies commonly cut after 30 s or more. */
    @WithDefault("10s")
    Duration heartbeat();
}
