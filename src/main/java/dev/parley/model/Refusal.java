package dev.parley.model;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The answer to a request that was refused: its body is read within reason, then judged with what has come of it. */
final class Refusal {
    private static final int LIMIT = 64 * 1024;

    private final int status;
    private final RetryHints headers;
    private final boolean toolsOffered;
    private final Buffer body = Buffer.buffer();

    Refusal(int status, RetryHints headers, boolean toolsOffered) {
        this.status = status;
        this.headers = headers;
        this.toolsOffered = toolsOffered;
    }

    /** @param ended the body is over, before the last {@code enough} */
    void read(HttpClientResponse response, Runnable ended, Runnable enough) {
        response.handler(bytes -> {
            body.appendBuffer(bytes);
            if (body.length() > LIMIT) {
                enough.run();
            }
        });
        response.endHandler(ignored -> {
            ended.run();
            enough.run();
        });
        response.exceptionHandler(ignored -> {
            ended.run();
            enough.run();
        });
    }

    int status() {
        return status;
    }

    UpstreamError said() {
        return ChunkReader.readError(body.getBytes(), body.length());
    }

    /** A server that refuses the functions alone is neither down nor without the model, whatever its status says. */
    ModelErrorKind kind() {
        return tools() == ToolsRefusal.NONE ? byTable() : ModelErrorKind.BAD_REQUEST;
    }

    RetryHints hints() {
        return headers.about(tools());
    }

    private ModelErrorKind byTable() {
        return ErrorTable.refused(status, said());
    }

    private ToolsRefusal tools() {
        return toolsOffered ? ToolsRefusal.of(status, byTable(), body.getBytes()) : ToolsRefusal.NONE;
    }
}
