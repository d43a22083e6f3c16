package dev.parley.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Parses server-sent events (WHATWG HTML, section 9.2.6) from bytes, since a read may end inside a character. Unlike a
 * browser, also delivers a last event without its blank line: some servers forget it, and half an event is not valid
 * JSON anyway.
 */
final class SseParser {
    interface Receiver {
        /** The array is valid during the call only. */
        void event(boolean error, byte[] data, int length);

        default void stray(byte[] bytes, int from, int to) {
            // Ignored by most.
        }
    }

    /** Larger than any honest server sends. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("An event is larger than " + limit + " bytes");
        }
    }

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final Pattern FAILURE = Pattern.compile("(?i)(?:error|exception|failed|failure)\\s*$");

    private final int limit;
    private final Receiver receiver;
    /** Start of an incomplete line. */
    private byte[] line = new byte[512];
    private int lineLength;
    private byte[] data = new byte[1024];
    private int dataLength;
    private boolean hasData;
    private boolean error;
    private boolean firstLine = true;
    /** The server sends no blank lines between events. */
    private boolean glued;
    /** The last byte was a carriage return: a line feed belongs to it, even in the next read. */
    private boolean afterReturn;

    SseParser(int limit, Receiver receiver) {
        this.limit = limit;
        this.receiver = receiver;
    }

    int feed(byte[] bytes) {
        return feed(bytes, 0, bytes.length);
    }

    /** Returns the start of a line that is JSON instead of a field. */
    int feed(byte[] bytes, int from, int to) {
        int start = from;
        if (afterReturn && start < to) {
            afterReturn = false;
            if (bytes[start] == '\n') {
                start++;
            }
        }
        while (start < to) {
            if (lineLength == 0 && JsonValues.begins(bytes, start, to)) {
                if (hasData) {
                    dispatch();
                }
                return start;
            }
            int end = start;
            while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == to) {
                keep(bytes, start, to);
                return to;
            }
            endLine(bytes, start, end);
            start = end + 1;
            if (bytes[end] == '\r') {
                afterReturn = start == to;
                start += start < to && bytes[start] == '\n' ? 1 : 0;
            }
        }
        return to;
    }

    /** True if the next text outside an event was announced as an error. */
    boolean announcedError() {
        boolean announced = error;
        error = false;
        return announced;
    }

    void end() {
        endLine(line, 0, 0);
        dispatch();
    }

    private void keep(byte[] bytes, int from, int to) {
        int more = to - from;
        if (more > limit - lineLength) {
            throw new TooLargeException(limit);
        }
        line = roomFor(line, lineLength, more);
        System.arraycopy(bytes, from, line, lineLength, more);
        lineLength += more;
    }

    private void endLine(byte[] bytes, int from, int to) {
        if (lineLength == 0) {
            field(bytes, from, to);
        } else {
            keep(bytes, from, to);
            int length = lineLength;
            lineLength = 0;
            field(line, 0, length);
        }
    }

    private void field(byte[] bytes, int from, int to) {
        int start = from;
        if (firstLine) {
            firstLine = false;
            if (startsWith(bytes, start, to, BOM)) {
                start += BOM.length;
            }
        }
        if (start == to) {
            dispatch();
        } else if (startsWith(bytes, start, to, DATA)) {
            int value = valueAt(bytes, start + DATA.length, to);
            if (value >= 0) {
                addData(bytes, value, to);
            }
        } else if (startsWith(bytes, start, to, EVENT)) {
            int value = valueAt(bytes, start + EVENT.length, to);
            if (value >= 0) {
                error = FAILURE.matcher(new String(bytes, value, to - value, StandardCharsets.UTF_8)).find();
            }
        } else if (bytes[start] != ':') {
            // An id, a retry time, an unknown field, or no field.
            receiver.stray(bytes, start, to);
        }
    }

    /** Start of the value if the name ends at {@code at}; negative if the name is longer. */
    private static int valueAt(byte[] bytes, int at, int to) {
        if (at == to) {
            return at;
        }
        if (bytes[at] != ':') {
            return -1;
        }
        return at + 1 < to && bytes[at + 1] == ' ' ? at + 2 : at + 1;
    }

    private void addData(byte[] bytes, int from, int to) {
        if (hasData && beginsMessage(bytes, from, to) && JsonValues.isWhole(data, dataLength)) {
            // The blank line between two events is missing.
            glued = true;
            dispatch();
        }
        int more = to - from + (hasData ? 1 : 0);
        if (more > limit - dataLength) {
            throw new TooLargeException(limit);
        }
        data = roomFor(data, dataLength, more);
        if (hasData) {
            data[dataLength++] = '\n';
        }
        System.arraycopy(bytes, from, data, dataLength, to - from);
        dataLength += to - from;
        hasData = true;
        if (glued && JsonValues.isWhole(data, dataLength)) {
            dispatch();
        }
    }

    private static boolean beginsMessage(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '{' || bytes[from] == '[');
    }

    private void dispatch() {
        boolean wasError = error;
        int length = dataLength;
        boolean any = hasData;
        error = false;
        hasData = false;
        dataLength = 0;
        if (any) {
            receiver.event(wasError, data, length);
        }
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] roomFor(byte[] array, int length, int more) {
        int needed = length + more;
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
    }
}
