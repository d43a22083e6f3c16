package dev.parley.feed;

/** A token bucket: so many frames at once, so many per second in the long run. Time is given, in nanoseconds. */
public final class FrameAllowance {
    private final int burst;
    private final double perNano;
    private double left;
    private long lastNanos;

    public FrameAllowance(int burst, int perSecond, long nowNanos) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.left = burst;
        this.lastNanos = nowNanos;
    }

    public boolean take(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
