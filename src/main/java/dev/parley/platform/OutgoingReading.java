package dev.parley.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

/** Reads an answer up to a size limit; a longer one is cut off by closing the connection. */
final class OutgoingReading {
    private final int largest;
    private final Buffer body = Buffer.buffer();

    OutgoingReading(int largest) {
        this.largest = largest;
    }

    Future<OutgoingHttp.Answer> read(HttpClientResponse response) {
        Promise<OutgoingHttp.Answer> end = Promise.promise();
        response.exceptionHandler(end::tryFail);
        response.endHandler(ended -> end.tryComplete(answer(response, true)));
        response.handler(piece -> {
            body.appendBuffer(piece, 0, Math.min(piece.length(), largest + 1 - body.length()));
            if (body.length() > largest && end.tryComplete(answer(response, false))) {
                response.request().reset();
            }
        });
        return end.future();
    }

    private OutgoingHttp.Answer answer(HttpClientResponse response, boolean whole) {
        String encoding = response.getHeader(HttpHeaders.CONTENT_ENCODING);
        return new OutgoingHttp.Answer(response.statusCode(), response.getHeader(HttpHeaders.CONTENT_TYPE),
                encoding == null || encoding.equalsIgnoreCase("identity") ? null : encoding,
                body.slice(0, Math.min(body.length(), largest)), whole);
    }
}
