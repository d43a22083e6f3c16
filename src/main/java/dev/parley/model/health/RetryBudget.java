package dev.parley.model.health;

/** Limits retries to a fifth of the answers, plus a small initial credit, to spare an ailing upstream. */
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

    /** May overdraw: a call to the next lane is always made, and later answers' retries pay for it. */
    public synchronized void spend() {
        tenths = Math.max(-FULL, tenths - TENTHS_PER_RETRY);
    }
}
