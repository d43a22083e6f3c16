package dev.parley.platform;

/**
 * A refusal that its receiver can act on. Features throw it, or a subclass with a name of its own; only the edges turn it into a
 * problem response (RFC 9457) or an error frame.
 */
public class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as the edges need to know it; the {@code code} says it exactly. */
    public enum Kind {
        /** The request itself is wrong: 400. */
        INVALID,
        /** No or no valid credentials: 401. */
        UNAUTHENTICATED,
        /** Valid credentials that do not allow it: 403. */
        FORBIDDEN,
        /** Absent, or somebody else's, which must look the same: 404. */
        NOT_FOUND,
        /** Contradicts what is stored: 409. */
        CONFLICT,
        /** Changed since the caller looked at it: 412. */
        STALE,
        /** Larger than the limit: 413. */
        TOO_LARGE,
        /** Well-formed, but cannot be carried out as it is: 422. */
        UNPROCESSABLE,
        /** Too many: 429. */
        TOO_MANY,
        /** Cannot be served now, but later: 503. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code stable, lower snake case, part of the contract with clients
     * @param detail one sentence for the caller: what is wrong and what to do; never holds message text or secrets
     */
    public ParleyException(Kind kind, String code, String detail) {
        super(detail);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
    }

    public static ParleyException invalid(String code, String detail) {
        return new ParleyException(Kind.INVALID, code, detail);
    }

    public static ParleyException notFound(String what) {
        return new ParleyException(Kind.NOT_FOUND, "not_found", "There is no such " + what + ". Check its id.");
    }
}
