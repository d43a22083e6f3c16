package dev.parley.model;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import dev.parley.model.health.RateLimits;
import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.AnswerListener;
import dev.parley.model.reading.AnswerReader;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.ExpectedAnswer;
import dev.parley.model.reading.UpstreamError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** One call to one lane, on one Vert.x context. Open once text has arrived; only before that it is retried. */
public final class Attempt implements AnswerListener, UpstreamCall.Owner {
    private final UpstreamCall call;
    private final Lane lane;
    private final ChatRequest chat;
    private final AttemptTimes times;
    private final Clock clock;
    private final AnswerReader reader;

    private final ArrivedEvents events = new ArrivedEvents();
    private Runnable consumer = () -> {};
    private @Nullable UniEmitter<? super Attempt> opening;
    private RetryHints hints = RetryHints.NONE;
    private RateLimits limits = RateLimits.UNKNOWN;
    private @Nullable String requestId;
    private boolean anyText;
    private boolean over;
    private @Nullable ModelException failure;

    /** @param lane with the dialect to use */
    Attempt(ModelHttp http, Lane lane, ChatRequest chat, ExpectedAnswer expected,
            AttemptTimes.Opening patience, Timers timers, Clock clock) {
        this.lane = lane;
        this.chat = chat;
        this.call = new UpstreamCall(http, lane, chat, timers, this);
        this.times = new AttemptTimes(timers, patience, call::isPaused);
        this.clock = clock;
        this.reader = new AnswerReader(lane.model(), expected, this);
    }

    /** Completes once the first text, or the end of an empty answer, is in the queue. */
    Uni<Attempt> open() {
        return Uni.createFrom().emitter(emitter -> {
            opening = emitter;
            times.opening(() -> fail(ModelErrorKind.TIMEOUT_FIRST_TOKEN));
            call.connect();
        });
    }

    /** {@code consumer} runs after every change of queue or state. */
    void attach(Runnable newConsumer) {
        consumer = newConsumer;
    }

    @Nullable
    ChatEvent poll() {
        return events.poll();
    }

    /** Why the attempt ended, to report once the queue is empty. */
    @Nullable
    ModelException failure() {
        return events.isEmpty() ? failure : null;
    }

    /** Resumes or pauses reading, depending on the visitor's side. */
    void flow() {
        if (call.flow(!events.isEmpty() && !over) && !call.isPaused()) {
            times.listening();
        }
    }

    public String model() {
        return reader.model();
    }

    @Nullable
    String requestId() {
        return requestId;
    }

    /** True if reasoning output was received. */
    public boolean thought() {
        return reader.thought();
    }

    public boolean thoughtUnmarked() {
        return reader.thoughtUnmarked();
    }

    /** The finish reason if it is not a known one, else null. */
    @Nullable
    String unknownWord() {
        return reader.unknownWord();
    }

    public RetryHints hints() {
        return hints;
    }

    public RateLimits limits() {
        return limits;
    }

    /** Cancels. A complete answer's body is still read to its end, to keep the connection. */
    void abandon(boolean countsAsOutage) {
        if (over) {
            return;
        }
        over = true;
        events.clear();
        hangUp();
        tellOpener(waiting -> waiting.fail(
                countsAsOutage ? exception(ModelErrorKind.INTERRUPTED, 0, null) : new CancellationException()));
    }

    /** After a finish reason the answer counts as complete; what was still expected is dropped. */
    @Override
    public void fail(ModelErrorKind kind) {
        if (reader.hasEnded()) {
            endNow();
        } else {
            end(exception(kind, 0, null));
        }
    }

    @Override
    public boolean isWanted() {
        return !over;
    }

    @Override
    public boolean answered(HttpClientResponse answered) {
        requestId = UpstreamError.printable(answered.getHeader("x-request-id"));
        limits = RateLimits.from(answered::getHeader);
        if (answered.statusCode() / 100 != 2) {
            refused(answered);
            return false;
        }
        return true;
    }

    @Override
    public void read(byte[] bytes) {
        events.beginRead();
        reader.feed(bytes);
        if (events.endRead()) {
            consumer.run();
        }
    }

    @Override
    public void ended() {
        reader.end();
        times.clear();
    }

    @Override
    public void broke() {
        reader.brokeOff();
        times.clear();
    }

    private void refused(HttpClientResponse answered) {
        Refusal refusal = new Refusal(answered.statusCode(), RetryHints.from(answered::getHeader, clock), chat, lane);
        times.tail(() -> judge(refusal));
        refusal.read(answered, call::isRead, () -> judge(refusal));
    }

    private void judge(Refusal refusal) {
        if (over) {
            return;
        }
        RefusalVerdict verdict = refusal.verdict();
        hints = verdict.hints();
        end(new ModelException(verdict.kind(), refusal.status(), verdict.code(), requestId, 1, false, null,
                verdict.words()));
    }

    @Override
    public void text(String piece) {
        times.text(!anyText, () -> fail(ModelErrorKind.TIMEOUT_BETWEEN));
        if (!events.add(piece, !anyText)) {
            return;
        }
        if (!anyText) {
            anyText = true;
            tellOpener(waiting -> waiting.complete(this));
        }
        consumer.run();
    }

    @Override
    public void thinking() {
        times.thinking(!anyText && !over, () -> fail(ModelErrorKind.TIMEOUT_FIRST_TOKEN));
    }

    @Override
    public void nearlyFinished() {
        times.nearlyFinished(this::endNow);
    }

    @Override
    public void done() {
        times.done(this::endNow);
    }

    private void endNow() {
        reader.brokeOff();
        hangUp();
    }

    @Override
    public void finished(FinishReason reason, @Nullable Usage usage, boolean refusedByModel, List<ToolCall> calls) {
        if (over) {
            return;
        }
        over = true;
        events.end(new ChatEvent.Finished(reason, usage, reader.model(), refusedByModel, calls));
        times.tail(this::hangUp);
        tellOpener(waiting -> waiting.complete(this));
        consumer.run();
    }

    @Override
    public void failed(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error) {
        if (error == null) {
            end(exception(kind, 0, upstreamCode));
            return;
        }
        RefusalVerdict verdict = RefusalVerdict.of(ErrorTable.statusInStream(error), error, RetryHints.NONE, chat,
                lane);
        hints = verdict.hints();
        end(new ModelException(verdict.kind(), 0, verdict.code(), requestId, 1, anyText, reader.usage(),
                verdict.words()));
    }

    /** False if nobody waits for the opening any more. */
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

    /** Closes the connection unless the body was read to its end; that is how HTTP/1.1 cancels. */
    private void hangUp() {
        times.clear();
        call.hangUp();
    }

    private ModelException exception(ModelErrorKind kind, int status, @Nullable String upstreamCode) {
        return new ModelException(kind, status, upstreamCode, requestId, 1, anyText, reader.usage(), null);
    }
}
