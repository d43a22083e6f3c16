package dev.parley.platform.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Parses `multipart/form-data` (RFC 7578) incrementally; buffers only the latest piece and headers. */
final class MultipartReader {
    private static final int MAX_PARTS = 64;
    private static final int MAX_HEADERS = 8 * 1024;
    private static final byte[] LINE_END_BYTES = {'\r', '\n'};
    private static final BytePattern LINE_END = new BytePattern(LINE_END_BYTES);
    private static final BytePattern HEADERS_END = new BytePattern(new byte[]{'\r', '\n', '\r', '\n'});

    /** Called in this order. */
    interface Listener {
        /** {@code fileName} is the sender's; null if the part is no file. */
        void begins(String name, @Nullable String fileName);

        void holds(byte[] bytes, int from, int length);

        void ends();
    }

    private enum State {
        BEFORE, BEHIND_DELIMITER, HEADERS, CONTENT, OVER
    }

    private final BytePattern delimiter;
    private final Listener listener;
    private State state = State.BEFORE;
    private byte[] held = LINE_END_BYTES;
    private int parts;

    /** @param boundary from the content type */
    MultipartReader(String boundary, Listener listener) {
        this.delimiter = new BytePattern(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        this.listener = listener;
    }

    void feed(byte[] bytes) {
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        int from = 0;
        int next = 0;
        while (next >= 0 && state != State.OVER) {
            next = step(all, from);
            from = Math.max(from, next);
        }
        if (state == State.OVER) {
            held = new byte[0];
            return;
        }
        if (state == State.BEFORE || state == State.CONTENT) {
            int kept = Math.min(all.length - from, delimiter.length() - 1);
            if (state == State.CONTENT) {
                listener.holds(all, from, all.length - from - kept);
            }
            from = all.length - kept;
        }
        held = Arrays.copyOfRange(all, from, all.length);
        if (held.length > MAX_HEADERS) {
            throw broken("a part has too many headers");
        }
    }

    boolean over() {
        return state == State.OVER;
    }

    /** The next index; negative if more input is needed. */
    private int step(byte[] all, int from) {
        return switch (state) {
            case BEFORE, CONTENT -> delimiter(all, from);
            case BEHIND_DELIMITER -> behindDelimiter(all, from);
            case HEADERS -> headers(all, from);
            case OVER -> -1;
        };
    }

    private int delimiter(byte[] all, int from) {
        int found = delimiter.find(all, from);
        if (found < 0) {
            return -1;
        }
        if (state == State.CONTENT) {
            listener.holds(all, from, found - from);
            listener.ends();
        }
        state = State.BEHIND_DELIMITER;
        return found + delimiter.length();
    }

    private int behindDelimiter(byte[] all, int from) {
        if (all.length - from >= 2 && all[from] == '-' && all[from + 1] == '-') {
            state = State.OVER;
            return all.length;
        }
        int end = LINE_END.find(all, from);
        if (end < 0) {
            return -1;
        }
        if (!new String(all, from, end - from, StandardCharsets.ISO_8859_1).isBlank()) {
            throw broken("its boundary occurs in a part");
        }
        state = State.HEADERS;
        // A part without headers starts with the empty line.
        return end;
    }

    private int headers(byte[] all, int from) {
        int end = HEADERS_END.find(all, from);
        if (end < 0) {
            return -1;
        }
        if (++parts > MAX_PARTS || end - from > MAX_HEADERS) {
            throw broken("it has too many parts");
        }
        PartHeaders headers = PartHeaders.read(new String(all, from, end - from, StandardCharsets.UTF_8));
        listener.begins(headers.name(), headers.fileName());
        state = State.CONTENT;
        // In an empty part, the delimiter starts with the line break of the headers.
        return end + HEADERS_END.length();
    }

    static ParleyException broken(String detail) {
        return ParleyException.invalid("bad_form", "The body is not a whole multipart/form-data form: " + detail + ".");
    }
}
