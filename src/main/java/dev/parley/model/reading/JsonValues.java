package dev.parley.model.reading;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** Splits a byte stream into JSON objects, whatever separates them. A truncated line spoils only itself. */
final class JsonValues {
    private final int limit;
    private final BiConsumer<byte[], Integer> receiver;
    private byte[] value = new byte[1024];
    private int length;
    private int depth;
    private boolean inText;
    private boolean escaped;

    /** @param receiver the array is valid during the call only */
    JsonValues(int limit, BiConsumer<byte[], Integer> receiver) {
        this.limit = limit;
        this.receiver = receiver;
    }

    /** True if the line holds JSON rather than fields. */
    static boolean begins(byte[] bytes, int at, int to) {
        return bytes[at] == '{' || bytes[at] == 0x1e
                || (bytes[at] == '[' && (at + 1 == to || "[{ \t\r\n]".indexOf(bytes[at + 1]) >= 0));
    }

    static boolean isWhole(byte[] bytes, int length) {
        JsonValues values = new JsonValues(Integer.MAX_VALUE, (data, size) -> {});
        return values.feed(bytes, 0, length) == length && values.depth == 0;
    }

    /** Returns the index of the first byte outside a value. */
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

    /** Also delivers an incomplete object. */
    void end() {
        if (depth > 0) {
            handOut(length);
        }
    }

    private void inside(byte b) {
        if (inText && b == '"' && length >= 2 && value[length - 1] == '{' && value[length - 2] == '\n') {
            // No string contains such a quotation mark: the next line has begun, and this object will not end.
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
                // Inside a string.
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
