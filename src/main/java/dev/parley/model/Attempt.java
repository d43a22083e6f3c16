package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call to one lane, on one Vert.x context. It is open once the first piece of text is there; until then a failure is the opening's,
 * afterwards it follows the text. It has a single timer: for the first text, then between texts, then for the rest of the body.
 */
final class Attempt implements AnswerReader.Listener {
    /** For what comes after the part that matters: the body of a refusal, the usage chunk, the end of the stream. */
    private static final Duration TAIL = Duration.ofSeconds(2);
    private static final int TAIL_LIMIT = 64 * 1024;
    /** A server closes an idle connection within a round trip of our request, or it has closed it for another reason. */
    private static final Duration STALE_WITHIN = Duration.ofSeconds(1);

    private final ModelHttp http;
    private final Lane lane;
    private final ChatRequest chat;
    private final byte[] body;
    private final Duration firstTokenWithin;
    private final Timers timers;
    private final Deadline deadline;
    private final Clock clock;
    private final AnswerReader reader;

    private final Queue<ChatEvent> queue = new ArrayDeque<>();
    private Runnable consumer = () -> {};
    private @Nullable UniEmitter<? super Attempt> opening;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private RetryHints hints = RetryHints.NONE;
    private RateLimits limits = RateLimits.UNKNOWN;
    private @Nullable String requestId;
    private boolean stale;
    private boolean anyText;
    private boolean over;
    private boolean bodyEnded;
    private boolean paused;
    private int tailBytes;
    private final Silence silence;
    private @Nullable ModelException failure;

    Attempt(ModelHttp http, Lane lane, ChatRequest chat, Duration firstTokenWithin, Timers timers, Clock clock) {
        this.http = http;
        this.lane = lane;
        this.chat = chat;
        this.body = ChatBody.write(chat, lane);
        this.firstTokenWithin = firstTokenWithin;
        this.timers = timers;
        this.deadline = new Deadline(timers);
        this.clock = clock;
        this.silence = new Silence(timers, deadline, lane.patience().betweenTokens());
        this.reader = new AnswerReader(lane.model(), chat.mayCall(), this);
    }

    /** This attempt, once its first text or its (textless) end is in the queue. */
    Uni<Attempt> open() {
        return Uni.createFrom().emitter(emitter -> {
            opening = emitter;
            deadline.set(firstTokenWithin, () -> fail(ModelErrorKind.TIMEOUT_FIRST_TOKEN));
            connect();
        });
    }

    /** From now on {@code consumer} is told whenever the queue or the state has changed. */
    void attach(Runnable newConsumer) {
        consumer = newConsumer;
    }

    @Nullable
    ChatEvent poll() {
        return queue.poll();
    }

    /** Why there will be no more, once the queue is empty. */
    @Nullable
    ModelException failure() {
        return queue.isEmpty() ? failure : null;
    }

    /** Reads on, or lets the upstream wait because the visitor's side is slow. */
    void flow() {
        boolean full = !queue.isEmpty() && !over;
        if (response == null || full == paused) {
            return;
        }
        paused = full;
        if (full) {
            response.pause();
        } else {
            silence.broken();
            response.resume();
        }
    }

    String model() {
        return reader.model();
    }

    @Nullable
    String requestId() {
        return requestId;
    }

    RetryHints hints() {
        return hints;
    }

    RateLimits limits() {
        return limits;
    }

    /** Nobody wants it any more. A complete answer's body is still read to its end: the connection is worth keeping. */
    void abandon(boolean countsAsOutage) {
        if (over) {
            return;
        }
        over = true;
        queue.clear();
        hangUp();
        tellOpener(waiting -> waiting.fail(
                countsAsOutage ? exception(ModelErrorKind.INTERRUPTED, 0, null) : new CancellationException()));
    }

    void fail(ModelErrorKind kind) {
        end(exception(kind, 0, null));
    }

    private void connect() {
        http.connect(lane, chat).onComplete(connected -> {
            if (connected.failed()) {
                fail(ModelHttp.kindOf(connected.cause()));
            } else if (over) {
                connected.result().reset();
            } else {
                send(connected.result());
            }
        });
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        boolean reused = http.reused(connected);
        long sentAt = timers.nanos();
        http.send(connected, body).onComplete(answered -> {
            if (over) {
                return;
            }
            if (answered.succeeded()) {
                receive(answered.result());
            } else if (reused && !stale && timers.nanos() - sentAt < STALE_WITHIN.toNanos()) {
                // The server hung up on an idle connection while our request was under way: it has not seen it.
                stale = true;
                connect();
            } else {
                fail(ModelErrorKind.CONNECTION);
            }
        });
    }

    private void receive(HttpClientResponse answered) {
        response = answered;
        requestId = UpstreamError.printable(answered.getHeader("x-request-id"));
        limits = RateLimits.from(answered::getHeader);
        answered.endHandler(ignored -> bodyEnded());
        answered.exceptionHandler(broken -> bodyBroke());
        if (answered.statusCode() / 100 == 2) {
            answered.handler(this::read);
        } else {
            refused(answered);
        }
    }

    private void read(Buffer bytes) {
        if (over) {
            tail(bytes.length());
        } else {
            reader.feed(bytes.getBytes());
        }
    }

    /** Lets the rest of a body pass by, within reason, so that the connection can be used again. */
    private void tail(int length) {
        tailBytes += length;
        if (tailBytes > TAIL_LIMIT) {
            hangUp();
        }
    }

    private void bodyEnded() {
        bodyEnded = true;
        reader.end();
        deadline.clear();
    }

    private void bodyBroke() {
        bodyEnded = true;
        reader.brokeOff();
        deadline.clear();
    }

    private void refused(HttpClientResponse answered) {
        Refusal refusal = new Refusal(answered.statusCode(), RetryHints.from(answered::getHeader, clock),
                !chat.tools().isEmpty());
        deadline.set(TAIL, () -> judge(refusal));
        refusal.read(answered, () -> bodyEnded = true, () -> judge(refusal));
    }

    private void judge(Refusal refusal) {
        hints = refusal.hints();
        end(exception(refusal.kind(), refusal.status(), refusal.said().printable()));
    }

    @Override
    public void text(String piece) {
        silence.broken();
        queue.add(new ChatEvent.Delta(piece));
        if (!anyText) {
            anyText = true;
            silence.watch(() -> paused, () -> fail(ModelErrorKind.TIMEOUT_BETWEEN));
            tellOpener(waiting -> waiting.complete(this));
        }
        consumer.run();
    }

    @Override
    public void nearlyFinished() {
        deadline.set(TAIL, () -> {
            reader.brokeOff();
            hangUp();
        });
    }

    @Override
    public void finished(FinishReason reason, @Nullable Usage usage, boolean refusedByModel, List<ToolCall> calls) {
        if (over) {
            return;
        }
        over = true;
        queue.add(new ChatEvent.Finished(reason, usage, reader.model(), refusedByModel, calls));
        deadline.set(TAIL, this::hangUp);
        tellOpener(waiting -> waiting.complete(this));
        consumer.run();
    }

    @Override
    public void failed(ModelErrorKind kind, @Nullable String upstreamCode) {
        end(exception(kind, 0, upstreamCode));
    }

    /** Once; false when nobody waits for it to open any more. */
    private boolean tellOpener(Consumer<UniEmitter<? super Attempt>> word) {
        UniEmitter<? super Attempt> waiting = opening;
        opening = null;
        if (waiting == null) {
            return false;
        }
        word.accept(waiting);
        return true;
    }

    private void end(ModelException why) {
        if (over) {
            return;
        }
        over = true;
        failure = why;
        hangUp();
        if (!tellOpener(waiting -> waiting.fail(why))) {
            consumer.run();
        }
    }

    /** Closes the connection unless the body has been read to its end; closing is how HTTP/1.1 tells a server to stop. */
    private void hangUp() {
        deadline.clear();
        if (request != null && !bodyEnded) {
            bodyEnded = true;
            request.reset();
        }
    }

    private ModelException exception(ModelErrorKind kind, int status, @Nullable String upstreamCode) {
        return new ModelException(kind, status, upstreamCode, requestId, 1, anyText);
    }
}
