package dev.parley.allowance;

/** A token bucket: so much at once, so much per second in the long run. Time is given, in nanoseconds. Used by one thread at a time. */
public final class Bucket {
    private final int burst;
    private final double perNano;
    private double left;
    private long lastNanos;

    public Bucket(int burst, double perSecond, long nowNanos) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.left = burst;
        this.lastNanos = nowNanos;
    }

    public boolean take(long nowNanos) {
        if (!has(nowNanos)) {
            return false;
        }
        left--;
        return true;
    }

    /** Takes so many, or as many as there are. */
    void drain(int count, long nowNanos) {
        left = has(nowNanos) ? Math.max(0, left - count) : left;
    }

    /** Whether the next {@link #take} would be granted. */
    boolean has(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        return left >= 1;
    }

    /** Whether at least half of what may come at once is left. */
    boolean isHalfFull() {
        return left >= burst / 2.0;
    }

    /** In nanoseconds, from the last look until there is one again; 0 when there is. */
    long pause() {
        return left >= 1 ? 0 : (long) Math.ceil((1 - left) / perNano);
    }
}
