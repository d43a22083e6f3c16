package dev.parley.tenant;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Default limits of a shop; see {@link ShopLimits} for exceptions. */
@ConfigMapping(prefix = "parley.shops")
public interface ShopConfig {
    /** FAQ entries; the search keeps all of them in memory. */
    @WithDefault("20000")
    int faqEntries();

    /** Agents who are not disabled. */
    @WithDefault("1000")
    int agents();

    /** API keys that are not revoked. */
    @WithDefault("100")
    int apiKeys();

    /** How long a deleted shop can be restored. */
    @WithDefault("7d")
    Duration grace();
}
