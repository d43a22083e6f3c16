package dev.parley.retention;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** In exact hours, not calendar days: "30 days" is 720 hours, whatever clocks and time zones do. */
record RetentionPolicy(Duration keep) {
    /** Grace for a running conversation, even with a retention of zero. */
    static final Duration STILL_GOING_ON = Duration.ofMinutes(15);

    RetentionPolicy {
        if (keep.compareTo(STILL_GOING_ON) < 0) {
            keep = STILL_GOING_ON;
        }
    }

    static RetentionPolicy of(int defaultDays, @Nullable Duration tenantLimit) {
        return new RetentionPolicy(tenantLimit == null ? Duration.ofHours(24L * defaultDays) : tenantLimit);
    }

    /** Deletes what was last active before this instant, exclusive. */
    Instant cutoff(Instant now) {
        return now.minus(keep);
    }
}
