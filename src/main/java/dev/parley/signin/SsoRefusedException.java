package dev.parley.signin;

/** Nobody is let in; the code is for the page, which says it in words. */
public final class SsoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the page may tell: no more than these, lest it tell who is an agent here. */
    public enum Reason {
        /** At the provider the person thought better of it. */
        CANCELLED,
        /** The provider knows them, but they are nobody's agent, or no longer. */
        NOT_INVITED,
        /** They were an agent, and an administrator has disabled them: nothing at the provider changes that. */
        DISABLED,
        /** Something did not check. */
        FAILED,
        /** The provider does not answer. */
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
