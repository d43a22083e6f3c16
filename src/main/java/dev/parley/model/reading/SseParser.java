package dev.parley.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts a byte stream into server-sent events (WHATWG HTML, section 9.2.6). It works on bytes, because a read may end inside a character;
 * the receiver decodes whole events only. Unlike a browser it also hands out an event that the end of the body, instead of a blank
 * line, closes: some servers forget the last one, and half an event is not valid JSON anyway.
 */
final class SseParser {
    interface Receiver {
        /** One event's data; the array is only good during the call. */
        void event(boolean error, byte[] data, int length);

        /** A line that is no field of an event. */
        default void stray(byte[] bytes, int from, int to) {
            // Of no use to most.
        }
    }

    /** An event or a line that no honest server sends. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("An event is larger than " + limit + " bytes");
        }
    }

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    /** The names of events that are none of an answer's. */
    private static final Pattern FAILURE = Pattern.compile("(?i)(?:error|exception|failed|failure)\\s*$");

    private final int limit;
    private final Receiver receiver;
    /** The beginning of a line whose end has not come yet. */
    private byte[] line = new byte[512];
    private int lineLength;
    /** The data lines of the current event, joined by line feeds. */
    private byte[] data = new byte[1024];
    private int dataLength;
    private boolean hasData;
    private boolean error;
    private boolean firstLine = true;
    /** This server puts no blank lines between its events. */
    private boolean glued;
    /** The last byte was a carriage return: a line feed now belongs to it, even when a read ended between the two. */
    private boolean afterReturn;

    SseParser(int limit, Receiver receiver) {
        this.limit = limit;
        this.receiver = receiver;
    }

    int feed(byte[] bytes) {
        return feed(bytes, 0, bytes.length);
    }

    /** Returns where a line begins that is JSON instead of a field. */
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

    /** Whether what comes next, outside of an event, was said to be an error. */
    boolean announcedError() {
        boolean announced = error;
        error = false;
        return announced;
    }

    /** The body is over. */
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
            // An id, a retry time, a field that nobody knows, or no field at all.
            receiver.stray(bytes, start, to);
        }
    }

    /** Where the value of a field begins whose name ends at {@code at}; negative if the name is longer than that. */
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
