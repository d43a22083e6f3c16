package dev.parley.model;

import java.time.Duration;

/**
 * How long each step may take.
 *
 * @param connect to an open connection
 * @param firstToken from asking to the first piece of text, for one attempt; comments and empty chunks are not text
 * @param opening the same over all attempts and waits together: a visitor is waiting
 * @param betweenTokens from one piece of text to the next
 * @param total the whole answer with all its attempts; a slow drip cannot evade it
 */
public record Patience(Duration connect, Duration firstToken, Duration opening, Duration betweenTokens,
        Duration total) {
    /** For an attempt, when no more than this is left for all of them. */
    Duration firstToken(Duration left) {
        return firstToken.compareTo(left) <= 0 ? firstToken : left;
    }
}
