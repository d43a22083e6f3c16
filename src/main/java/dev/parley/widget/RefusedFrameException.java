package dev.parley.widget;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A frame that cannot be taken, with the client's own id of it where one was readable. */
final class RefusedFrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ParleyException why;
    private final @Nullable String frameId;

    RefusedFrameException(String code, String detail, @Nullable String frameId) {
        this(new ParleyException(ParleyException.Kind.INVALID, code, detail), frameId);
    }

    RefusedFrameException(ParleyException why, @Nullable String frameId) {
        super(why);
        this.why = why;
        this.frameId = frameId;
    }

    ParleyException why() {
        return why;
    }

    @Nullable
    String frameId() {
        return frameId;
    }
}
