package dev.parley.model;

import org.jspecify.annotations.Nullable;

/** A failed or partial answer. The message has kind, status and the upstream's code, never any content. */
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

    // status: 0 without a response.
    public ModelException(ModelErrorKind kind, int status, @Nullable String upstreamCode,
            @Nullable String upstreamRequestId, int attempts,
            boolean afterFirstToken) {
        this(kind, status, upstreamCode, upstreamRequestId, attempts, afterFirstToken, null, null);
    }

    // usage: as counted so far. said: the upstream's words, cleaned for operators.
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

    /** Tokens counted, and charged, without an answer; null if unknown. */
    public @Nullable Usage usage() {
        return usage;
    }

    /** The upstream's words without keys and prompt text. */
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

    /** {@code code} in the upstream's error body. */
    public @Nullable String upstreamCode() {
        return upstreamCode;
    }

    public @Nullable String upstreamRequestId() {
        return upstreamRequestId;
    }

    public int attempts() {
        return attempts;
    }

    /** True if the visitor saw the beginning, which must then be marked as interrupted. */
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
