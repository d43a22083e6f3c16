package dev.parley.allowance;

/** A token bucket with a burst and a rate per second. Times are in nanoseconds. Not thread-safe. */
public final class Bucket {
    private final int burst;
    private final double perNano;
    private double left;
    private int taken;
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
        taken++;
        return true;
    }

    /** Takes {@code count} tokens, or all that are left. */
    void drain(int count, long nowNanos) {
        if (has(nowNanos)) {
            left = Math.max(0, left - count);
            taken += count;
        }
    }

    /** Tokens since the beginning; may overflow. */
    int taken() {
        return taken;
    }

    /** From empty to full. */
    long nanosToFill() {
        return (long) (burst / perNano);
    }

    /** True if the next {@link #take} would succeed. */
    boolean has(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        return left >= 1;
    }

    /** True if at least half of the burst is left. */
    boolean isHalfFull() {
        return left >= burst / 2.0;
    }

    /** Nanoseconds until the next token; 0 if there is one. */
    long pause() {
        return left >= 1 ? 0 : (long) Math.ceil((1 - left) / perNano);
    }
}
