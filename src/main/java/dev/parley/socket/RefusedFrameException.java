package dev.parley.socket;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A refused frame, with its client id if readable. */
public final class RefusedFrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ParleyException why;
    private final @Nullable String frameId;

    public RefusedFrameException(String code, String detail, @Nullable String frameId) {
        this(new ParleyException(ParleyException.Kind.INVALID, code, detail), frameId);
    }

    public RefusedFrameException(ParleyException why, @Nullable String frameId) {
        super(why);
        this.why = why;
        this.frameId = frameId;
    }

    public ParleyException why() {
        return why;
    }

    /** Null if absent or unreadable. */
    public @Nullable String frameId() {
        return frameId;
    }
}
