package dev.parley.signin;

public final class SsoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Reasons that the page may show; more would reveal who is an agent. */
    public enum Reason {
        CANCELLED,
        /** Known to the provider, but not an agent. */
        NOT_INVITED,
        /** An administrator has disabled the agent; the provider cannot change that. */
        DISABLED,
        /** A check failed. */
        FAILED,
        UNAVAILABLE
    }

    private final Reason reason;

    SsoRefusedException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
