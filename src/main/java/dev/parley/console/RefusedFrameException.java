package dev.parley.console;

import dev.parley.platform.ParleyException;

/** A frame that cannot be read. */
final class RefusedFrameException extends ParleyException {
    private static final long serialVersionUID = 1L;

    RefusedFrameException(String code, String detail) {
        super(Kind.INVALID, code, detail);
    }
}
