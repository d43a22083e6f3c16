package dev.parley.widget;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A frame that cannot be taken, with the client's own id of it where one was readable. */
final class RefusedFrameException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String frameId;

    RefusedFrameException(String code, String detail, @Nullable String frameId) {
        super(Kind.INVALID, code, detail);
        this.frameId = frameId;
    }

    @Nullable
    String frameId() {
        return frameId;
    }
}
