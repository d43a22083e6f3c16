package dev.parley.grounding;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Numbers in digits, with any country's separators, and in Chinese characters. */
final class Numerals {
    static final String IDEOGRAPHS = "〇零一二三四五六七八九两兩十百千万";

    private Numerals() {}

    /** Null for a version or a code. */
    static @Nullable BigDecimal value(String digits) {
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return new BigDecimal(digits.replace("'", ""));
        }
        char separator = digits.charAt(last);
        boolean both = point >= 0 && comma >= 0;
        boolean several = digits.indexOf(separator) != last;
        boolean thousands = digits.length() - last == 4 && digits.charAt(0) != '0';
        if (several && (both || !thousands)) {
            return both ? null : grouped(digits);
        }
        if (both || !thousands || digits.indexOf('\'') >= 0) {
            String whole = digits.substring(0, last).replaceAll("[.,']", "");
            return new BigDecimal(whole + "." + digits.substring(last + 1));
        }
        return new BigDecimal(digits.replaceAll("[.,']", ""));
    }

    /** Indian grouping: 1,00,000. */
    private static @Nullable BigDecimal grouped(String digits) {
        return digits.matches("\\d{1,2}(,\\d{2})+,\\d{3}") ? new BigDecimal(digits.replace(",", "")) : null;
    }

    /** Null if it is no number. */
    static @Nullable BigDecimal ofIdeographs(String text) {
        int total = 0;
        int digit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "零一二三四五六七八九".indexOf(c);
            int power = "十百千万".indexOf(c);
            if (power >= 0) {
                total += (digit < 0 ? 1 : digit) * new int[]{10, 100, 1_000, 10_000}[power];
                digit = -1;
            } else if (digit > 0) {
                return null;
            } else {
                digit = c == '〇' ? 0 : c == '两' || c == '兩' ? 2 : plain;
            }
        }
        return new BigDecimal(total + Math.max(0, digit));
    }
}
