package dev.parley.model.reading;

import java.io.IOException;
import java.util.List;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** Interprets the body of a 200. Pure: bytes in, calls to an {@link AnswerListener} out, with at most one ending. */
public final class AnswerReader implements AnswerBody.Receiver {
    static final int EVENT_LIMIT = 4 * 1024 * 1024;
    /** Code for an answer that was cut before its first word. */
    public static final String CUT_EMPTY = "empty_at_length";
    /** A single unreadable event is skipped like a keep-alive; this many in a row are no answer. */
    private static final int MAX_UNREADABLE = 8;

    private final AnswerListener listener;
    private final AnswerBody body = new AnswerBody(EVENT_LIMIT, this);
    private String model;
    private @Nullable FinishReason finish;
    private @Nullable String unknownWord;
    private @Nullable Usage usage;
    private final CallPieces calls = new CallPieces();
    private final ExpectedAnswer expected;
    private final FunctionNames functions;
    private final AnswerText text;
    private boolean refused;
    private boolean counted;
    private boolean done;
    private boolean whole;
    private boolean inPieces;
    private boolean bodyEnded;
    private int unreadable;
    /** The last event was incomplete. */
    private boolean cut;
    private boolean over;

    // model: the requested name, until the server reports the resolved one.
    public AnswerReader(String model, ExpectedAnswer expected, AnswerListener listener) {
        this.model = model;
        this.expected = expected;
        this.listener = listener;
        this.functions = new FunctionNames(expected.functions());
        this.text = new AnswerText(expected.functions(), expected.unmarkedThoughts(), this::say);
    }

    public String model() {
        return model;
    }

    @Nullable
    public Usage usage() {
        return usage;
    }

    /** The finish reason if it is not a known one, else null. */
    @Nullable
    public String unknownWord() {
        return unknownWord;
    }

    public boolean hasEnded() {
        return finish != null && !over;
    }

    /** True if reasoning output was received, in the text or separately. */
    public boolean thought() {
        return text.thought() || (usage != null && usage.reasoningTokens() > 0);
    }

    public boolean thoughtUnmarked() {
        return text.thoughtUnmarked();
    }

    public void feed(byte[] bytes) {
        if (!over) {
            body.feed(bytes);
        }
    }

    public void end() {
        bodyEnded = true;
        if (!over) {
            body.end();
        }
        // A whole reply is complete even without a finish reason; one without choices is an empty answer.
        if (!over && !cut && unreadable == 0 && (whole || (body.isOneReply() && !inPieces)) && finish == null) {
            finish(FinishReason.STOP);
        }
        brokeOff();
    }

    /** The connection ended: fine if the finish reason has arrived. */
    public void brokeOff() {
        if (over) {
            return;
        }
        UpstreamError words = bodyEnded ? body.words() : null;
        if (finish != null) {
            finish(finish);
        } else if (done || (bodyEnded && counted)) {
            // Usage arrives last, so the answer is complete even without a finish reason.
            finish(FinishReason.STOP);
        } else if (words != null) {
            failWith(words);
        } else if (bodyEnded && unreadable > 0 && !body.isOneReply()) {
            fail(ModelErrorKind.MALFORMED, "not_json", null);
        } else {
            fail(ModelErrorKind.INTERRUPTED, null, null);
        }
    }

    @Override
    public void html() {
        fail(ModelErrorKind.MALFORMED, "html", null);
    }

    @Override
    public void tooLarge() {
        fail(ModelErrorKind.MALFORMED, "event_too_large", null);
    }

    @Override
    public void event(boolean error, byte[] data, int length) {
        if (over) {
            return;
        }
        if (EndMark.is(data, length)) {
            endMark();
            return;
        }
        if (done) {
            lateCount(data, length);
            return;
        }
        if (error) {
            failWith(ErrorBody.read(data, length));
            return;
        }
        try {
            ChunkReader.all(data, length).forEach(this::take);
            unreadable = 0;
        } catch (IOException notAChunk) {
            passOver();
        }
    }

    /** An incomplete event at the end of the body is a cut; other unreadable ones may be keep-alives. */
    private void passOver() {
        if (bodyEnded) {
            cut = true;
        } else if (++unreadable >= MAX_UNREADABLE) {
            fail(ModelErrorKind.MALFORMED, "not_json", null);
        }
    }

    /** Some servers send usage after the end mark; waits briefly for the end of the body. */
    private void endMark() {
        done = true;
        if (usage != null || bodyEnded) {
            finish(finish == null ? FinishReason.STOP : finish);
        } else {
            listener.done();
        }
    }

    private void lateCount(byte[] data, int length) {
        try {
            usage = Usage.later(usage, ChunkReader.read(data, length).usage());
        } catch (IOException notAChunk) {
            return;
        }
        if (usage != null) {
            finish(finish == null ? FinishReason.STOP : finish);
        }
    }

    private void take(Chunk chunk) {
        UpstreamError error = chunk.error();
        if (over || error != null) {
            if (error != null) {
                failWith(error);
            }
            return;
        }
        if (chunk.model() != null && !chunk.model().isEmpty()) {
            model = new WholeCharacters().of(chunk.model());
        }
        usage = Usage.later(usage, chunk.usage());
        // In every chunk, or once at the end.
        counted = chunk.usage() != null && chunk.content() == null && chunk.message() == null;
        whole |= chunk.whole();
        inPieces |= chunk.content() != null;
        if (chunk.thoughts()) {
            listener.thinking();
        }
        hear(chunk);
        if (chunk.refusal() != null && !chunk.refusal().isEmpty()) {
            refused = true;
            text.refuse(chunk.refusal());
        }
        if (expected.mayCall()) {
            calls.add(chunk.calls());
        }
        if (chunk.finishReason() != null && !over) {
            finishReason(chunk.finishReason());
        }
    }

    private void hear(Chunk chunk) {
        if (!text.take(chunk)) {
            return;
        }
        if (text.leaked()) {
            // Reasoning was shown as the answer. The next attempt knows better and replaces it.
            fail(ModelErrorKind.INTERRUPTED, "thoughts_shown", null);
        } else if (text.isThinking()) {
            listener.thinking();
        } else if (text.isOver() && finish == null) {
            // Whatever the model writes after its turn is not part of the answer.
            finish = FinishReason.STOP;
            listener.nearlyFinished();
        }
    }

    private void say(String piece) {
        if (!over) {
            listener.text(piece);
        }
    }

    private void finishReason(String word) {
        switch (FinishWord.of(word)) {
            case NOT_YET -> {
                // More follows.
            }
            case BROKEN -> fail(ModelErrorKind.SERVER_ERROR, UpstreamError.printable(word), null);
            case FILTERED -> finishing(FinishReason.CONTENT_FILTER);
            // What was cut is a turn that the model invented.
            case CUT -> finishing(text.isOver() ? FinishReason.STOP : FinishReason.LENGTH);
            case CALLS, FINISHED -> finishing(FinishReason.STOP);
            case UNKNOWN -> {
                unknownWord = UpstreamError.printable(word);
                finishing(FinishReason.STOP);
            }
        }
    }

    private void finishing(FinishReason reason) {
        finish = reason.orWorse(finish);
        listener.nearlyFinished();
    }

    private void finish(FinishReason reason) {
        text.end(reason != FinishReason.STOP);
        List<ToolCall> wanted = wanted();
        if (!text.isAny() && wanted.isEmpty() && reason != FinishReason.CONTENT_FILTER) {
            // An empty answer would show an empty bubble.
            giveUp(ModelErrorKind.MALFORMED, reason == FinishReason.LENGTH ? CUT_EMPTY : "empty_answer", null);
            return;
        }
        over = true;
        listener.finished(reason, usage, refused, wanted);
    }

    /** Adds calls that the model wrote as text. */
    private List<ToolCall> wanted() {
        List<ToolCall> made = calls.whole().stream().map(functions::meant).toList();
        return made.isEmpty() && expected.mayWriteCalls() ? text.calls() : made;
    }

    private void failWith(UpstreamError error) {
        fail(ErrorTable.inStream(error), error.printable(), error);
    }

    /** After the finish reason the answer is complete, so a later failure is ignored. */
    private void fail(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error) {
        if (finish != null && !over && !text.leaked()) {
            finish(finish);
        } else {
            giveUp(kind, upstreamCode, error);
        }
    }

    private void giveUp(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error) {
        if (!over) {
            over = true;
            listener.failed(kind, upstreamCode, error);
        }
    }
}
