package dev.parley.testsupport;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The moment at which a delta is sent, as a word in its text. In letters, because Parley holds back numbers that no
 * source states.
 */
public final class SendTime {
    /** Replaced in the deltas of {@link Reply#stamped} replies. */
    public static final String PLACE = "@now@";
    private static final String MARK = "qz";
    private static final Pattern WRITTEN = Pattern.compile(MARK + "([a-j]+)");

    private SendTime() {}

    static String fill(String text) {
        return text.contains(PLACE) ? text.replace(PLACE, MARK + letters(System.nanoTime())) : text;
    }

    private static String letters(long nanos) {
        StringBuilder letters = new StringBuilder();
        Long.toString(nanos).chars().forEach(digit -> letters.append((char) (digit - '0' + 'a')));
        return letters.toString();
    }

    /** Nanoseconds since each moment in the text. */
    public static List<Long> since(String text) {
        long now = System.nanoTime();
        return text.contains(MARK)
                ? WRITTEN.matcher(text).results().map(found -> now - nanos(found.group(1))).toList()
                : List.of();
    }

    private static long nanos(String letters) {
        return letters.chars().mapToLong(letter -> letter - 'a').reduce(0, (number, digit) -> number * 10 + digit);
    }
}
