package dev.parley.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.retention")
public interface RetentionConfig {
    /** How long an idle conversation is kept, in days of 24 hours; a tenant's own limit goes before it. */
    @WithDefault("30")
    int days();

    /** From the start of one purge to the start of the next. */
    @WithDefault("1h")
    Duration every();

    /** Conversations deleted in one transaction. Larger is quicker, and holds its locks longer. */
    @WithDefault("200")
    int batch();

    /** Between two batches, so that visitors' transactions get their turn on a small disk. */
    @WithDefault("20ms")
    Duration pause();
}
