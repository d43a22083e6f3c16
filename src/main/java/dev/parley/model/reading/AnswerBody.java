package dev.parley.model.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Splits a body into messages: events, JSON lines, a list, one reply, or a mixture; ignores the content type. */
final class AnswerBody implements SseParser.Receiver {
    interface Receiver {
        /** The array is valid during the call only. */
        void event(boolean error, byte[] data, int length);

        void html();

        void tooLarge();
    }

    private static final int LONGEST_STRAY = 2_000;

    private final Receiver receiver;
    private final SseParser lines;
    private final JsonValues values;
    private final ByteArrayOutputStream stray = new ByteArrayOutputStream(0);
    private boolean begun;
    private boolean inValues;
    private int events;
    private int whole;

    AnswerBody(int limit, Receiver receiver) {
        this.receiver = receiver;
        this.lines = new SseParser(limit, this);
        this.values = new JsonValues(limit, this::value);
    }

    void feed(byte[] bytes) {
        int at = begun ? 0 : begin(bytes);
        try {
            while (at < bytes.length) {
                at = inValues ? values.feed(bytes, at, bytes.length) : lines.feed(bytes, at, bytes.length);
                inValues ^= at < bytes.length;
            }
        } catch (SseParser.TooLargeException e) {
            receiver.tooLarge();
        }
    }

    void end() {
        values.end();
        lines.end();
    }

    /** True if the body was a single object: a whole reply. */
    boolean isOneReply() {
        return whole == 1 && events == 0;
    }

    @Nullable
    UpstreamError words() {
        String text = stray.toString(StandardCharsets.UTF_8).strip();
        return events + whole > 0 || text.isEmpty()
                ? null
                : ErrorBody.read(stray.toByteArray(), stray.size());
    }

    /** Skips white space and the byte order mark. */
    private int begin(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            switch (bytes[at]) {
                case ' ', '\t', '\r', '\n', (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> {
                    // Undecided.
                }
                case '<' -> {
                    begun = true;
                    receiver.html();
                    return bytes.length;
                }
                default -> {
                    begun = true;
                    return at;
                }
            }
        }
        return bytes.length;
    }

    private void value(byte[] data, int length) {
        whole++;
        receiver.event(lines.announcedError(), data, length);
    }

    @Override
    public void event(boolean error, byte[] data, int length) {
        events++;
        receiver.event(error, data, length);
    }

    @Override
    public void stray(byte[] bytes, int from, int to) {
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        if (EndMark.is(line, line.length)) {
            receiver.event(false, line, line.length);
        } else if (stray.size() + line.length <= LONGEST_STRAY && !isFieldOfNoUse(line)) {
            stray.write(line, 0, line.length);
            stray.write('\n');
        }
    }

    private static boolean isFieldOfNoUse(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, 6), StandardCharsets.US_ASCII);
        return text.startsWith("id:") || text.startsWith("retry:");
    }
}
