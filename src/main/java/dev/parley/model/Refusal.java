package dev.parley.model;

import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.ErrorBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** A refused request: reads a limited part of the error body and classifies it. */
final class Refusal {
    private static final int LIMIT = 64 * 1024;

    private final int status;
    private final RetryHints headers;
    private final ChatRequest request;
    private final Lane lane;
    private final Buffer body = Buffer.buffer();

    /** @param lane with the dialect of the request */
    Refusal(int status, RetryHints headers, ChatRequest request, Lane lane) {
        this.status = status;
        this.headers = headers;
        this.request = request;
        this.lane = lane;
    }

    /** {@code ended} runs at the end of the body, {@code enough} at the limit. */
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

    RefusalVerdict verdict() {
        return RefusalVerdict.of(status, ErrorBody.read(body.getBytes(), body.length()), headers, request, lane);
    }
}
