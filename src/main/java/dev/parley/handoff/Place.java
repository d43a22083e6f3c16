package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A visitor's place in line.
 *
 * @param position from 1
 * @param etaSeconds how long it may take until somebody is there; null where too little is known to be honest
 */
public record Place(long position, @Nullable Long etaSeconds) {
    /** Older claims say nothing about how many people are there now. */
    static final Duration RECENT = Duration.ofMinutes(30);
    /** Fewer would be chance. */
    static final int FEWEST = 3;
    private static final long LONGEST = Duration.ofHours(2).toSeconds();

    /**
     * As many places as there are before this one are left at the pace at which agents took somebody lately.
     *
     * @param claims when agents took somebody out of the line, newest first
     */
    static Place of(long position, List<Instant> claims, Instant now) {
        if (claims.size() < FEWEST) {
            return new Place(position, null);
        }
        // Up to now, not to the newest claim: where nobody has come for long, the pace is slower than it was.
        long seconds = Math.max(1, Duration.between(claims.getLast(), now).toSeconds());
        long eta = position * seconds / claims.size();
        return new Place(position, eta > LONGEST ? null : roundedUp(Math.max(eta, 1)));
    }

    /** Nobody knows it to the second: ten of them, then whole minutes. */
    private static long roundedUp(long seconds) {
        long grain = seconds < 60 ? 10 : 60;
        return (seconds + grain - 1) / grain * grain;
    }
}
