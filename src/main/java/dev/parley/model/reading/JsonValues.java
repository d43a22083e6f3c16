package dev.parley.model.reading;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Cuts a byte stream into JSON objects, whatever stands between them: nothing, line ends, the commas and brackets of a list. A line that
 * breaks off in the middle spoils itself alone.
 */
final class JsonValues {
    private final int limit;
    private final BiConsumer<byte[], Integer> receiver;
    private byte[] value = new byte[1024];
    private int length;
    private int depth;
    private boolean inText;
    private boolean escaped;

    /** @param receiver of each object; the array is only good during the call */
    JsonValues(int limit, BiConsumer<byte[], Integer> receiver) {
        this.limit = limit;
        this.receiver = receiver;
    }

    /** Whether a line that begins so is one of values instead of fields. */
    static boolean begins(byte[] bytes, int at, int to) {
        return bytes[at] == '{' || bytes[at] == 0x1e
                || (bytes[at] == '[' && (at + 1 == to || "[{ \t\r\n]".indexOf(bytes[at + 1]) >= 0));
    }

    /** Whether these bytes are objects, of which none is open. */
    static boolean isWhole(byte[] bytes, int length) {
        JsonValues values = new JsonValues(Integer.MAX_VALUE, (data, size) -> {});
        return values.feed(bytes, 0, length) == length && values.depth == 0;
    }

    /** Returns where something begins that belongs to no value. */
    int feed(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (depth == 0) {
                if (bytes[at] == '{') {
                    add(bytes[at]);
                    depth = 1;
                } else if (!isBetween(bytes[at])) {
                    return at;
                }
            } else {
                inside(bytes[at]);
            }
        }
        return to;
    }

    /** Whether one is open: the rest of it is handed out, too. */
    void end() {
        if (depth > 0) {
            handOut(length);
        }
    }

    private void inside(byte b) {
        if (inText && b == '"' && length >= 2 && value[length - 1] == '{' && value[length - 2] == '\n') {
            // No text has such a quotation mark in it: the next line has begun, and this one will not end.
            handOut(length - 2);
            add((byte) '{');
            add(b);
            depth = 1;
            inText = true;
            return;
        }
        add(b);
        if (inText) {
            inText = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return;
        }
        switch (b) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth--;
                if (depth == 0) {
                    handOut(length);
                }
            }
            default -> {
                // Between the marks.
            }
        }
    }

    private void handOut(int size) {
        byte[] whole = value;
        length = 0;
        depth = 0;
        inText = false;
        escaped = false;
        receiver.accept(whole, size);
    }

    private void add(byte b) {
        if (length >= limit) {
            throw new SseParser.TooLargeException(limit);
        }
        if (length == value.length) {
            value = Arrays.copyOf(value, length * 2);
        }
        value[length++] = b;
    }

    private static boolean isBetween(byte b) {
        return switch (b) {
            case ' ', '\t', '\r', '\n', ',', ';', '[', ']', 0x1e, (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> true;
            default -> false;
        };
    }
}
