package dev.parley.model.health;

/**
 * Keeps retries a small share of all calls, so that an ailing upstream is not finished off by them: each answer earns a fifth of a retry,
 * and a few are there from the start for quiet times.
 */
public final class RetryBudget {
    private static final int TENTHS_PER_RETRY = 10;
    private static final int TENTHS_PER_ANSWER = 2;
    private static final int FULL = 10 * TENTHS_PER_RETRY;

    private int tenths = FULL;

    public synchronized void earn() {
        tenths = Math.min(FULL, tenths + TENTHS_PER_ANSWER);
    }

    public synchronized boolean left() {
        return tenths >= TENTHS_PER_RETRY;
    }

    /** May overdraw: a call to the next model is made in any case, and the retries of later answers pay for it. */
    public synchronized void spend() {
        tenths = Math.max(-FULL, tenths - TENTHS_PER_RETRY);
    }
}
