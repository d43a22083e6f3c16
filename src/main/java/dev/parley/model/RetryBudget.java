package dev.parley.model;

/**
 * Keeps retries a small share of all calls, so that an ailing upstream is not finished off by them: each answer earns a fifth of a retry,
 * and a few are there from the start for quiet times.
 */
final class RetryBudget {
    private static final int TENTHS_PER_RETRY = 10;
    private static final int TENTHS_PER_ANSWER = 2;
    private static final int FULL = 10 * TENTHS_PER_RETRY;

    private int tenths = FULL;

    synchronized void earn() {
        tenths = Math.min(FULL, tenths + TENTHS_PER_ANSWER);
    }

    synchronized boolean left() {
        return tenths >= TENTHS_PER_RETRY;
    }

    synchronized void spend() {
        tenths -= TENTHS_PER_RETRY;
    }
}
