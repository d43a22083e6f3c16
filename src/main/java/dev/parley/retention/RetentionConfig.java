package dev.parley.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.retention")
public interface RetentionConfig {
    /** How long an idle conversation is kept, in days of 24 hours; a shop's own limit takes precedence. */
    @WithDefault("30")
    int days();

    /** Time from the start of one purge to the start of the next. */
    @WithDefault("1h")
    Duration every();

    /** Conversations purged per transaction. Larger batches are faster but hold locks longer. */
    @WithDefault("200")
    int batch();

    /** Pause between the batches of a purge, to leave a slow disk to visitors' transactions. */
    @WithDefault("20ms")
    Duration pause();
}
