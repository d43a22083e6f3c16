package dev.parley.tenant;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every shop may have, unless the operator says otherwise of it ({@link ShopLimits}). */
@ConfigMapping(prefix = "parley.shops")
public interface ShopConfig {
    /** Search keeps all of them in memory. */
    @WithDefault("20000")
    int faqEntries();

    /** Those who are not disabled. */
    @WithDefault("1000")
    int agents();

    /** Those that are not revoked. */
    @WithDefault("100")
    int apiKeys();

    /** How long a deleted shop can be restored. */
    @WithDefault("7d")
    Duration grace();
}
