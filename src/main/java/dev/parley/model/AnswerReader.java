package dev.parley.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Understands the body of a 200: an event stream, a whole JSON reply, or something else altogether. Content types are not asked, servers
 * get them wrong; the first byte tells. Pure: bytes in, calls to a {@link Listener} out, at most one ending.
 */
final class AnswerReader {
    interface Listener {
        void text(String piece);

        /** The finish reason is known; usage and the end mark may still follow. */
        void nearlyFinished();

        void finished(FinishReason reason, @Nullable Usage usage, boolean refused, List<ToolCall> calls);

        void failed(ModelErrorKind kind, @Nullable String upstreamCode);
    }

    static final int EVENT_LIMIT = 4 * 1024 * 1024;
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private enum Shape {
        UNKNOWN, STREAM, REPLY
    }

    private final Listener listener;
    private final SseParser events = new SseParser(EVENT_LIMIT, this::event);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream(0);
    private Shape shape = Shape.UNKNOWN;
    private String model;
    private @Nullable FinishReason finish;
    private @Nullable Usage usage;
    /** White space before the first word: kept until one comes, for there may be none. */
    private String lead = "";
    private final CallPieces calls = new CallPieces();
    private final boolean mayCall;
    private boolean anyText;
    private boolean refused;
    private boolean bodyEnded;
    private boolean over;

    // model: the name we asked for, until the server says what it made of it.
    AnswerReader(String model, boolean mayCall, Listener listener) {
        this.model = model;
        this.mayCall = mayCall;
        this.listener = listener;
    }

    String model() {
        return model;
    }

    void feed(byte[] bytes) {
        if (over) {
            return;
        }
        int from = shape == Shape.UNKNOWN ? sniff(bytes) : 0;
        switch (shape) {
            case UNKNOWN -> {
            }
            case STREAM -> feedEvents(bytes, from);
            case REPLY -> keep(bytes, from);
        }
    }

    /** The body ended as HTTP says it should. */
    void end() {
        bodyEnded = true;
        if (shape == Shape.REPLY && !over) {
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
        } else {
            fail(ModelErrorKind.INTERRUPTED, null);
        }
    }

    boolean finishKnown() {
        return finish != null;
    }

    private int sniff(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case ' ', '\t', '\r', '\n', (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> {
                    // White space and the byte order mark mean nothing in either shape.
                }
                case '{' -> {
                    shape = Shape.REPLY;
                    return i;
                }
                case '<' -> {
                    fail(ModelErrorKind.MALFORMED, "html");
                    return i;
                }
                default -> {
                    shape = Shape.STREAM;
                    return i;
                }
            }
        }
        return bytes.length;
    }

    private void feedEvents(byte[] bytes, int from) {
        try {
            events.feed(bytes, from, bytes.length);
        } catch (SseParser.TooLargeException e) {
            fail(ModelErrorKind.MALFORMED, "event_too_large");
        }
    }

    private void keep(byte[] bytes, int from) {
        if (bytes.length - from > EVENT_LIMIT - reply.size()) {
            fail(ModelErrorKind.MALFORMED, "reply_too_large");
        } else {
            reply.write(bytes, from, bytes.length - from);
        }
    }

    private void readReply() {
        event(false, reply.toByteArray(), reply.size());
        if (!over) {
            // A whole reply is whole, also from a server that gives no reason; one without choices is an empty answer.
            finish(finish == null ? FinishReason.STOP : finish);
        }
    }

    private void event(boolean error, byte[] data, int length) {
        if (over) {
            return;
        }
        if (isDone(data, length)) {
            finish(finish == null ? FinishReason.STOP : finish);
            return;
        }
        if (error) {
            failWith(ChunkReader.readError(data, length));
            return;
        }
        try {
            take(ChunkReader.read(data, length));
        } catch (IOException notAChunk) {
            // Half an event at the end of the body is a cut, not bad grammar.
            fail(bodyEnded ? ModelErrorKind.INTERRUPTED : ModelErrorKind.MALFORMED, bodyEnded ? null : "not_json");
        }
    }

    private static boolean isDone(byte[] data, int length) {
        int end = length;
        while (end > 0 && data[end - 1] == ' ') {
            end--;
        }
        return Arrays.equals(data, 0, end, DONE, 0, DONE.length);
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
        if (chunk.usage() != null) {
            usage = chunk.usage();
        }
        text(chunk.content());
        if (chunk.refusal() != null && !chunk.refusal().isEmpty()) {
            refused = true;
            text(chunk.refusal());
        }
        if (mayCall) {
            calls.add(chunk.calls());
        }
        if (chunk.finishReason() != null && !chunk.finishReason().isEmpty() && !over) {
            finishReason(chunk.finishReason());
        }
    }

    private void text(@Nullable String piece) {
        if (piece == null || piece.isEmpty() || over) {
            return;
        }
        String text = lead + storable(piece);
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

    private void finishReason(String reason) {
        switch (reason.toLowerCase(Locale.ROOT)) {
            case "length", "max_tokens" -> finish = FinishReason.LENGTH;
            case "content_filter" -> finish = FinishReason.CONTENT_FILTER;
            case "error" -> fail(ModelErrorKind.SERVER_ERROR, "error");
            // Compatible servers have words of their own (eos, end_turn …) for an answer that is complete.
            default -> finish = FinishReason.STOP;
        }
        if (!over) {
            listener.nearlyFinished();
        }
    }

    private void finish(FinishReason reason) {
        if (!anyText && calls.isEmpty() && reason != FinishReason.CONTENT_FILTER) {
            // Nothing is not an answer: the visitor would look at an empty bubble.
            fail(ModelErrorKind.MALFORMED, "empty_answer");
            return;
        }
        over = true;
        listener.finished(reason, usage, refused, calls.whole());
    }

    private void failWith(UpstreamError error) {
        if (finish != null) {
            finish(finish);
        } else {
            fail(ErrorTable.inStream(error), error.printable());
        }
    }

    private void fail(ModelErrorKind kind, @Nullable String upstreamCode) {
        if (!over) {
            over = true;
            listener.failed(kind, upstreamCode);
        }
    }
}
