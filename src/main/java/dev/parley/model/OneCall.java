package dev.parley.model;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** A request with one whole reply or a {@link ModelException}, on the subscriber's Vert.x context. */
public final class OneCall {
    private static final int LIMIT = 4 * 1024 * 1024;

    public record Reply(int status, Buffer body) {}

    private final ModelHttp http;
    private final Lane lane;
    private final byte[] question;
    private final UniEmitter<? super Reply> emitter;
    private final Context context;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    private OneCall(ModelHttp http, Lane lane, byte[] question, UniEmitter<? super Reply> emitter, Context context) {
        this.http = http;
        this.lane = lane;
        this.question = question;
        this.emitter = emitter;
        this.context = context;
    }

    public static Uni<Reply> make(Vertx vertx, ModelHttp http, Lane lane, RequestOptions options, byte[] question,
            Duration within) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = vertx.getOrCreateContext();
            OneCall call = new OneCall(http, lane, question, emitter, context);
            context.runOnContext(ignored -> {
                long timer = vertx.setTimer(within.toMillis(), late -> call.fail(ModelErrorKind.TIMEOUT_TOTAL));
                emitter.onTermination(() -> vertx.cancelTimer(timer));
                call.begin(options);
            });
        });
    }

    private void begin(RequestOptions options) {
        http.connect(lane, options).onComplete(connected -> context.runOnContext(ignored -> {
            if (connected.failed()) {
                fail(ModelHttp.kindOf(connected.cause()));
            } else if (over) {
                connected.result().reset();
            } else {
                send(connected.result());
            }
        }));
    }

    private void send(HttpClientRequest request) {
        http.send(request, question).onComplete(answered -> {
            if (answered.failed()) {
                fail(ModelErrorKind.CONNECTION);
            } else {
                receive(request, answered.result());
            }
        });
    }

    private void receive(HttpClientRequest request, HttpClientResponse response) {
        response.exceptionHandler(broken -> fail(ModelErrorKind.INTERRUPTED));
        response.endHandler(ignored -> {
            if (!over) {
                over = true;
                emitter.complete(new Reply(response.statusCode(), body));
            }
        });
        response.handler(bytes -> {
            body.appendBuffer(bytes);
            if (over || body.length() > LIMIT) {
                request.reset();
                fail(ModelErrorKind.MALFORMED);
            }
        });
    }

    private void fail(ModelErrorKind kind) {
        if (!over) {
            over = true;
            emitter.fail(new ModelException(kind, 0, null, null, 1, false));
        }
    }
}
