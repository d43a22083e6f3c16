package dev.parley.tenant;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Default limits of a shop; see {@link ShopLimits} for exceptions. */
@ConfigMapping(prefix = "parley.shops")
public interface ShopConfig {
    /** FAQ entries of a shop; the search keeps all of them in memory. */
    @WithDefault("20000")
    int faqEntries();

    /** Agents of a shop, not counting disabled ones. */
    @WithDefault("1000")
    int agents();

    /** API keys of a shop, not counting revoked ones. */
    @WithDefault("100")
    int apiKeys();

    /** How long a deleted shop can be restored. */
    @WithDefault("7d")
    Duration grace();
}
