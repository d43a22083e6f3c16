package dev.parley.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.api")
interface KeyRateConfig {
    /** How often a key may be used, on each replica, where the key has no number of its own. */
    @WithDefault("30000")
    int requestsPerMinute();
}
