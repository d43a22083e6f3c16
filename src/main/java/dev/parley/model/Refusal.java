package dev.parley.model;

import io.vertx.core.buffer.Buffer;

/** The answer to a request that was refused: its body is read within reason, then judged with what has come of it. */
final class Refusal {
    private static final int LIMIT = 64 * 1024;

    private final int status;
    private final Buffer body = Buffer.buffer();

    Refusal(int status) {
        this.status = status;
    }

    /** Returns whether that is enough. */
    boolean read(Buffer bytes) {
        body.appendBuffer(bytes);
        return body.length() > LIMIT;
    }

    int status() {
        return status;
    }

    UpstreamError said() {
        return ChunkReader.readError(body.getBytes(), body.length());
    }
}
