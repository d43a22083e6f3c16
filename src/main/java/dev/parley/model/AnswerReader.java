package dev.parley.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Understands the body of a 200: an event stream, a whole JSON reply, or something else altogether. Content types are not asked, servers
 * get them wrong; the first byte tells. Pure: bytes in, calls to a {@link Listener} out, at most one ending.
 */
final class AnswerReader {
    interface Listener {
        void text(String piece);

        /** The model thinks, which nobody is shown. */
        void thinking();

        /** The finish reason is known; usage and the end mark may still follow. */
        void nearlyFinished();

        /** The end mark is there, but nothing has been counted yet. */
        void done();

        void finished(FinishReason reason, @Nullable Usage usage, boolean refused, List<ToolCall> calls);

        /**
         * There is no answer, or no more of it.
         *
         * @param error the upstream's own, where it has sent one
         */
        void failed(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error);
    }

    static final int EVENT_LIMIT = 4 * 1024 * 1024;
    /** The code of an answer that was cut at its length before its first word. */
    static final String CUT_EMPTY = "empty_at_length";
    /** One event that nobody can read is passed over, as a keep-alive is; so many in a row are no answer. */
    private static final int MOST_UNREADABLE = 8;

    private final Listener listener;
    private final SseParser events = new SseParser(EVENT_LIMIT, this::event);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream(0);
    private BodyShape shape = BodyShape.UNKNOWN;
    private String model;
    private @Nullable FinishReason finish;
    private @Nullable Usage usage;
    /** White space before the first word: kept until one comes, for there may be none. */
    private String lead = "";
    private final CallPieces calls = new CallPieces();
    private final Expected expected;
    private final FunctionNames functions;
    private final SpokenText spoken;
    private boolean anyText;
    private boolean refused;
    private final Thoughts thoughts;
    private final Repeats repeats = new Repeats();
    private boolean thoughtsApart;
    private boolean counted;
    private boolean done;
    private boolean bodyEnded;
    private int unreadable;
    /** Where the body ended nobody can read it. */
    private boolean cut;
    private boolean over;

    /**
     * What may come.
     *
     * @param mayCall the server was offered functions
     * @param mayWriteCalls the model was, by the server or by its prompt
     * @param functions whose names no visitor is to see
     * @param unmarkedThoughts the model is known to think without a first mark
     */
    record Expected(boolean mayCall, boolean mayWriteCalls, Set<String> functions, boolean unmarkedThoughts) {}

    // model: the name we asked for, until the server says what it made of it.
    AnswerReader(String model, Expected expected, Listener listener) {
        this.model = model;
        this.expected = expected;
        this.listener = listener;
        this.functions = new FunctionNames(expected.functions());
        this.spoken = new SpokenText(expected.functions(), this::say);
        this.thoughts = new Thoughts(expected.unmarkedThoughts(), spoken::accept);
    }

    String model() {
        return model;
    }

    /** What has been counted so far. */
    @Nullable
    Usage usage() {
        return usage;
    }

    /** Whether the model has said that it is through. */
    boolean hasEnded() {
        return finish != null && !over;
    }

    /** Whether the model was heard to think, aloud or apart. */
    boolean thought() {
        return thoughts.heard() || thoughtsApart || (usage != null && usage.reasoningTokens() > 0);
    }

    boolean thoughtUnmarked() {
        return thoughts.unmarked();
    }

    void feed(byte[] bytes) {
        if (over) {
            return;
        }
        int from = 0;
        if (shape == BodyShape.UNKNOWN) {
            BodyShape.Found found = BodyShape.in(bytes);
            shape = found.shape();
            from = found.from();
        }
        switch (shape) {
            case UNKNOWN -> {
                // White space so far.
            }
            case HTML -> fail(ModelErrorKind.MALFORMED, "html", null);
            case STREAM -> feedEvents(bytes, from);
            case REPLY -> keep(bytes, from);
        }
    }

    /** The body ended as HTTP says it should. */
    void end() {
        bodyEnded = true;
        if (shape == BodyShape.REPLY && !over) {
            readReply();
        } else if (!over) {
            events.end();
        }
        brokeOff();
    }

    /** Nothing more will come, for whatever reason: enough if the finish reason has been seen. */
    void brokeOff() {
        if (over) {
            return;
        }
        if (finish != null) {
            finish(finish);
        } else if (done || (bodyEnded && counted)) {
            // Who counts is through, also without a reason.
            finish(FinishReason.STOP);
        } else if (bodyEnded && unreadable > 0) {
            fail(ModelErrorKind.MALFORMED, "not_json", null);
        } else {
            fail(ModelErrorKind.INTERRUPTED, null, null);
        }
    }

    private void feedEvents(byte[] bytes, int from) {
        try {
            events.feed(bytes, from, bytes.length);
        } catch (SseParser.TooLargeException e) {
            fail(ModelErrorKind.MALFORMED, "event_too_large", null);
        }
    }

    private void keep(byte[] bytes, int from) {
        if (bytes.length - from > EVENT_LIMIT - reply.size()) {
            fail(ModelErrorKind.MALFORMED, "reply_too_large", null);
        } else {
            reply.write(bytes, from, bytes.length - from);
        }
    }

    private void readReply() {
        event(false, reply.toByteArray(), reply.size());
        if (!over && !cut) {
            // A whole reply is whole, also from a server that gives no reason; one without choices is an empty answer.
            finish(finish == null ? FinishReason.STOP : finish);
        }
    }

    private void event(boolean error, byte[] data, int length) {
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
            take(ChunkReader.read(data, length));
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
        if (error != null) {
            failWith(error);
            return;
        }
        if (chunk.model() != null && !chunk.model().isEmpty()) {
            model = storable(chunk.model());
        }
        usage = Usage.later(usage, chunk.usage());
        // With every chunk, or once at the end.
        counted = chunk.usage() != null && chunk.content() == null && chunk.message() == null;
        if (chunk.thoughts()) {
            thoughtsApart = true;
            thoughts.apart();
            listener.thinking();
        }
        text(repeats.fresh(chunk));
        if (chunk.refusal() != null && !chunk.refusal().isEmpty()) {
            refused = true;
            say(storable(chunk.refusal()));
        }
        if (expected.mayCall()) {
            calls.add(chunk.calls());
        }
        if (chunk.finishReason() != null && !over) {
            finishReason(chunk.finishReason());
        }
    }

    private void text(@Nullable String piece) {
        if (piece == null || piece.isEmpty() || over) {
            return;
        }
        thoughts.accept(storable(piece));
        if (thoughts.leaked()) {
            // They were taken for the answer. The next attempt knows better and takes their place.
            fail(ModelErrorKind.INTERRUPTED, "thoughts_shown", null);
        } else if (thoughts.thinking()) {
            listener.thinking();
        } else if (spoken.isOver() && finish == null) {
            // What it goes on to write is no part of this answer.
            finish = FinishReason.STOP;
            listener.nearlyFinished();
        }
    }

    private void say(String piece) {
        if (over) {
            return;
        }
        String text = lead + piece;
        if (!anyText && text.isBlank()) {
            lead = text;
        } else if (!text.isEmpty()) {
            lead = "";
            anyText = true;
            listener.text(text);
        }
    }

    /** No database keeps this one character, and no reader sees it. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private void finishReason(String word) {
        if (word.equalsIgnoreCase("error")) {
            fail(ModelErrorKind.SERVER_ERROR, "error", null);
            return;
        }
        FinishReason reason = FinishReason.of(word);
        if (reason != null) {
            // What was cut then is a turn that the model invented.
            boolean whole = reason == FinishReason.LENGTH && spoken.isOver();
            finish = (whole ? FinishReason.STOP : reason).orWorse(finish);
            listener.nearlyFinished();
        }
    }

    private void finish(FinishReason reason) {
        thoughts.end(reason != FinishReason.STOP);
        spoken.end();
        List<ToolCall> wanted = wanted();
        if (!anyText && wanted.isEmpty() && reason != FinishReason.CONTENT_FILTER) {
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
        return made.isEmpty() && expected.mayWriteCalls() ? spoken.calls() : made;
    }

    private void failWith(UpstreamError error) {
        fail(ErrorTable.inStream(error), error.printable(), error);
    }

    /** Whatever comes after the reason to finish, the answer is there: it is neither lost nor asked for again. */
    private void fail(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error) {
        if (finish != null && !over && !thoughts.leaked()) {
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
