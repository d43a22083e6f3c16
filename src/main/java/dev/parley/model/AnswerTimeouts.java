package dev.parley.model;

import java.time.Duration;

/**
 * Timeouts.
 *
 * @param firstToken to the first text of one attempt; comments and empty chunks do not count
 * @param opening the same over all attempts and delays
 * @param betweenTokens between two texts
 * @param total for the whole answer with all attempts; also ends a slow trickle
 */
public record AnswerTimeouts(Duration connect, Duration firstToken, Duration opening, Duration betweenTokens,
        Duration total) {
    /** @param left time left for all attempts */
    Duration firstToken(Duration left) {
        return firstToken.compareTo(left) <= 0 ? firstToken : left;
    }
}
