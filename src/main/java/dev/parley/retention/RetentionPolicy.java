package dev.parley.retention;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long a tenant's idle conversations are kept. It counts exact hours, never calendar days: "30 days" is 720 hours whatever the clocks
 * on the wall do, so a change to summer time or a leap day neither shortens nor lengthens it, and replicas in different zones agree.
 */
record RetentionPolicy(Duration keep) {
    /** Even where nothing is to be kept, a visitor may take this long to read an answer and write the next message. */
    static final Duration STILL_GOING_ON = Duration.ofMinutes(15);

    RetentionPolicy {
        if (keep.compareTo(STILL_GOING_ON) < 0) {
            keep = STILL_GOING_ON;
        }
    }

    static RetentionPolicy of(int defaultDays, @Nullable Duration tenantLimit) {
        return new RetentionPolicy(tenantLimit == null ? Duration.ofHours(24L * defaultDays) : tenantLimit);
    }

    /** What has been idle since before this goes; what was active at this very instant stays. */
    Instant cutoff(Instant now) {
        return now.minus(keep);
    }
}
