package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A place in the queue, from 1; {@code etaSeconds} is null without enough data. */
public record Place(long position, @Nullable Long etaSeconds) {
    /** Older claims say little about the current staff. */
    static final Duration RECENT = Duration.ofMinutes(30);
    /** Minimum of claims for an estimate. */
    static final int FEWEST = 3;
    private static final long LONGEST = Duration.ofHours(2).toSeconds();

    /** Estimates from the recent rate of claims. {@code claims}: times, newest first. */
    static Place of(long position, List<Instant> claims, Instant now) {
        if (claims.size() < FEWEST) {
            return new Place(position, null);
        }
        // Up to now, not to the latest claim: a pause slows the rate.
        long seconds = Math.max(1, Duration.between(claims.getLast(), now).toSeconds());
        long eta = position * seconds / claims.size();
        return new Place(position, eta > LONGEST ? null : roundedUp(Math.max(eta, 1)));
    }

    /** To ten seconds, above a minute to whole minutes. */
    private static long roundedUp(long seconds) {
        long grain = seconds < 60 ? 10 : 60;
        return (seconds + grain - 1) / grain * grain;
    }
}
