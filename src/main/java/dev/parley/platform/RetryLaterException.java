package dev.parley.platform;

import java.time.Duration;

/** The request may succeed after the time in `Retry-After` (RFC 9110, section 10.2.3). */
public final class RetryLaterException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    public RetryLaterException(String code, String detail, Duration after) {
        this(Kind.TOO_MANY, code, detail, after);
    }

    public RetryLaterException(Kind kind, String code, String detail, Duration after) {
        super(kind, code, detail);
        this.after = after;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    public long seconds() {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }
}
