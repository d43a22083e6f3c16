package dev.parley.model.speech;

import java.time.Duration;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.Deadline;
import dev.parley.model.Gateway;
import dev.parley.model.Lane;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.ModelHttp;
import dev.parley.model.health.Quirk;
import dev.parley.model.health.RateLimits;
import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.ErrorBody;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.UpstreamError;
import dev.parley.model.reading.UpstreamWords;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Sends a recording from disk to one lane and reads the reply; on one Vert.x context. */
final class SpeechAttempt {
    private static final int LARGEST_REPLY = 4 * 1024 * 1024;
    /** Bytes per read, each of which is a worker's task. */
    private static final int READ_AT_ONCE = 32 * 1024;

    private final Vertx vertx;
    private final Gateway gateway;
    private final Lane lane;
    private final SpeechRequest speech;
    private final boolean translate;
    private final boolean times;
    private final Duration within;
    private final Deadline deadline;
    private final Buffer body = Buffer.buffer();

    private @Nullable UniEmitter<? super ModelTranscript> waiting;
    private @Nullable HttpClientRequest request;
    private @Nullable AsyncFile file;
    private RetryHints hints = RetryHints.NONE;
    private RateLimits limits = RateLimits.UNKNOWN;
    private @Nullable Quirk found;
    private @Nullable String requestId;

    /** {@code translate}: into English; {@code times}: request timestamps. */
    SpeechAttempt(Vertx vertx, Gateway gateway, Lane lane, SpeechRequest speech, boolean translate, boolean times,
            Duration within) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.lane = lane;
        this.speech = speech;
        this.translate = translate;
        this.times = times;
        this.within = within;
        this.deadline = new Deadline(gateway.timers());
    }

    Uni<ModelTranscript> make() {
        return Uni.createFrom().emitter(emitter -> {
            waiting = emitter;
            deadline.set(within, () -> fail(ModelErrorKind.TIMEOUT_TOTAL));
            vertx.fileSystem().open(speech.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
                    .onComplete(this::connect, missing -> fail(ModelErrorKind.BAD_REQUEST));
        });
    }

    RetryHints hints() {
        return hints;
    }

    RateLimits limits() {
        return limits;
    }

    /** The adaptation that the lane needs, or null. */
    @Nullable
    Quirk found() {
        return found;
    }

    private void connect(AsyncFile opened) {
        file = opened.setReadBufferSize(READ_AT_ONCE);
        if (waiting == null) {
            close();
            return;
        }
        SpeechBody form = SpeechBody.of(speech, lane, translate, times);
        String path = lane.path(translate ? "audio/translations" : "audio/transcriptions");
        gateway.http().connect(lane, gateway.http().options(lane, HttpMethod.POST, path, speech.requestId())
                .putHeader(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=" + form.boundary())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                // Some servers require Content-Length.
                .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(form.length(speech.size()))))
                .onComplete(connected -> {
                    if (connected.failed()) {
                        fail(ModelHttp.kindOf(connected.cause()));
                    } else if (waiting == null) {
                        connected.result().reset();
                    } else {
                        send(connected.result(), form, opened);
                    }
                });
    }

    private void send(HttpClientRequest connected, SpeechBody form, AsyncFile opened) {
        request = connected;
        gateway.http().reused(connected);
        connected.response().onComplete(this::receive, broken -> fail(ModelErrorKind.CONNECTION));
        connected.write(form.before());
        opened.pipe().endOnComplete(false).to(connected)
                .compose(sent -> connected.end(form.behind()))
                // A server that refuses early stops reading; its response follows.
                .onFailure(broken -> gateway.timers().deadline(Duration.ofSeconds(1),
                        () -> fail(ModelErrorKind.CONNECTION)));
    }

    private void receive(HttpClientResponse response) {
        requestId = UpstreamError.printable(response.getHeader("x-request-id"));
        limits = RateLimits.from(response::getHeader);
        response.exceptionHandler(broken -> fail(ModelErrorKind.INTERRUPTED));
        response.endHandler(ignored -> judge(response));
        response.handler(bytes -> {
            body.appendBuffer(bytes);
            if (body.length() > LARGEST_REPLY) {
                fail(ModelErrorKind.MALFORMED);
            }
        });
    }

    private void judge(HttpClientResponse response) {
        int status = response.statusCode();
        if (status / 100 != 2) {
            refused(status, RetryHints.from(response::getHeader, gateway.clock()));
            return;
        }
        ModelTranscript transcription = TranscriptReader.read(body.getBytes(), translate);
        UniEmitter<? super ModelTranscript> emitter = waiting;
        if (transcription == null) {
            fail(ModelErrorKind.MALFORMED);
        } else if (emitter != null) {
            waiting = null;
            close();
            emitter.complete(transcription.by(lane.model(), requestId, 1));
        }
    }

    private void refused(int status, RetryHints headers) {
        UpstreamError error = ErrorBody.read(body.getBytes(), body.length());
        hints = headers;
        ModelErrorKind kind = ErrorTable.refused(status, error);
        found = SpeechObjection.in(status, kind, error, speech, translate, times);
        String words = UpstreamWords.of(error, speech.prompt() == null
                ? null
                : new ChatRequest(speech.requestId(), java.util.List.of(ChatMessage.user(speech.prompt())), 1, null),
                lane.key());
        fail(new ModelException(found == null ? kind : ModelErrorKind.BAD_REQUEST, status, error.printable(), requestId,
                1, false, null, words));
    }

    private void fail(ModelErrorKind kind) {
        fail(new ModelException(kind, 0, null, requestId, 1, false));
    }

    private void fail(ModelException why) {
        UniEmitter<? super ModelTranscript> emitter = waiting;
        if (emitter == null) {
            return;
        }
        waiting = null;
        if (request != null) {
            request.reset();
        }
        close();
        emitter.fail(why);
    }

    private void close() {
        deadline.clear();
        AsyncFile opened = file;
        file = null;
        if (opened != null) {
            opened.close();
        }
    }
}
