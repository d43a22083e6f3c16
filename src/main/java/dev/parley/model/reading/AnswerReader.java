package dev.parley.model.reading;

import java.io.IOException;
import java.util.List;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Understands the body of a 200: which of its messages are an answer, and how it ends. Pure: bytes in, calls to a {@link AnswerListener} out, at
 * most one ending.
 */
public final class AnswerReader implements AnswerBody.Receiver {
    static final int EVENT_LIMIT = 4 * 1024 * 1024;
    /** The code of an answer that was cut at its length before its first word. */
    public static final String CUT_EMPTY = "empty_at_length";
    /** One event that nobody can read is passed over, as a keep-alive is; so many in a row are no answer. */
    private static final int MOST_UNREADABLE = 8;

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
    /** Where the body ended nobody can read it. */
    private boolean cut;
    private boolean over;

    // model: the name we asked for, until the server says what it made of it.
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

    /** What has been counted so far. */
    @Nullable
    public Usage usage() {
        return usage;
    }

    /** The word for its end that nobody knows; null where it was a known one. */
    @Nullable
    public String unknownWord() {
        return unknownWord;
    }

    /** Whether the model has said that it is through. */
    public boolean hasEnded() {
        return finish != null && !over;
    }

    /** Whether the model was heard to think, aloud or apart. */
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

    /** The body ended as HTTP says it should. */
    public void end() {
        bodyEnded = true;
        if (!over) {
            body.end();
        }
        // A whole reply is whole, also from a server that gives no reason; one without choices is an empty answer.
        if (!over && !cut && unreadable == 0 && (whole || (body.isOneReply() && !inPieces)) && finish == null) {
            finish(FinishReason.STOP);
        }
        brokeOff();
    }

    /** Nothing more will come, for whatever reason: enough if the finish reason has been seen. */
    public void brokeOff() {
        if (over) {
            return;
        }
        UpstreamError words = bodyEnded ? body.words() : null;
        if (finish != null) {
            finish(finish);
        } else if (done || (bodyEnded && counted)) {
            // Who counts is through, also without a reason.
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

    /** Half an event at the end of the body is a cut; what else cannot be read may be a keep-alive of the server's own. */
    private void passOver() {
        if (bodyEnded) {
            cut = true;
        } else if (++unreadable >= MOST_UNREADABLE) {
            fail(ModelErrorKind.MALFORMED, "not_json", null);
        }
    }

    /** Some servers count after the end mark; without a count the body's end is waited for, for a moment. */
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
        // With every chunk, or once at the end.
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
            // They were taken for the answer. The next attempt knows better and takes their place.
            fail(ModelErrorKind.INTERRUPTED, "thoughts_shown", null);
        } else if (text.isThinking()) {
            listener.thinking();
        } else if (text.isOver() && finish == null) {
            // What it goes on to write is no part of this answer.
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
                // More is to come.
            }
            case BROKEN -> fail(ModelErrorKind.SERVER_ERROR, UpstreamError.printable(word), null);
            case FILTERED -> finishing(FinishReason.CONTENT_FILTER);
            // What was cut then is a turn that the model invented.
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
            // Nothing is not an answer: the visitor would look at an empty bubble.
            giveUp(ModelErrorKind.MALFORMED, reason == FinishReason.LENGTH ? CUT_EMPTY : "empty_answer", null);
            return;
        }
        over = true;
        listener.finished(reason, usage, refused, wanted);
    }

    /** Some models write their calls where others make them. */
    private List<ToolCall> wanted() {
        List<ToolCall> made = calls.whole().stream().map(functions::meant).toList();
        return made.isEmpty() && expected.mayWriteCalls() ? text.calls() : made;
    }

    private void failWith(UpstreamError error) {
        fail(ErrorTable.inStream(error), error.printable(), error);
    }

    /** Whatever comes after the reason to finish, the answer is there: it is neither lost nor asked for again. */
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
