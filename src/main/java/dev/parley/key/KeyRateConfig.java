package dev.parley.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.api")
interface KeyRateConfig {
    /** Requests of one API key per minute and replica, unless the key has its own limit. */
    @WithDefault("30000")
    int requestsPerMinute();
}
