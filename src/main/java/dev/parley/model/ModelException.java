package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** No answer, or only the beginning of one. Its text names the kind, the status and the upstream's code, never what was said. */
public class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelErrorKind kind;
    private final int status;
    private final @Nullable String upstreamCode;
    private final @Nullable String upstreamRequestId;
    private final int attempts;
    private final boolean afterFirstToken;
    private final transient @Nullable Usage usage;
    private final @Nullable String said;

    // status: 0 where there was none.
    public ModelException(ModelErrorKind kind, int status, @Nullable String upstreamCode,
            @Nullable String upstreamRequestId, int attempts,
            boolean afterFirstToken) {
        this(kind, status, upstreamCode, upstreamRequestId, attempts, afterFirstToken, null, null);
    }

    // usage: what the upstream had counted until then. said: its own words, as an operator may read them.
    public ModelException(ModelErrorKind kind, int status, @Nullable String upstreamCode,
            @Nullable String upstreamRequestId, int attempts, boolean afterFirstToken, @Nullable Usage usage,
            @Nullable String said) {
        super(describe(kind, status, upstreamCode, attempts));
        this.kind = kind;
        this.status = status;
        this.upstreamCode = upstreamCode;
        this.upstreamRequestId = upstreamRequestId;
        this.attempts = attempts;
        this.afterFirstToken = afterFirstToken;
        this.usage = usage;
        this.said = said;
    }

    /** What the upstream has counted, and will charge, although there is no answer; null where it has not. */
    public @Nullable Usage usage() {
        return usage;
    }

    /** The upstream's own words of its refusal, without keys and without the prompt's. */
    @Nullable
    public String said() {
        return said;
    }

    public ModelException over(int allAttempts, @Nullable Usage allUsage) {
        return new ModelException(kind, status, upstreamCode, upstreamRequestId, allAttempts, afterFirstToken, allUsage,
                said);
    }

    public ModelErrorKind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    /** The {@code code} of the upstream's error body, where it sent one. */
    public @Nullable String upstreamCode() {
        return upstreamCode;
    }

    public @Nullable String upstreamRequestId() {
        return upstreamRequestId;
    }

    /** Calls made upstream for this answer; 0 when it was not even asked. */
    public int attempts() {
        return attempts;
    }

    /** Whether the visitor has seen the beginning: then it must be marked as broken off. */
    public boolean afterFirstToken() {
        return afterFirstToken;
    }

    private static String describe(ModelErrorKind kind, int status, @Nullable String upstreamCode, int attempts) {
        return "The model did not answer: " + kind.code()
                + (status == 0 ? "" : ", status " + status)
                + (upstreamCode == null ? "" : ", code " + upstreamCode)
                + ", after " + attempts + (attempts == 1 ? " attempt" : " attempts");
    }
}
