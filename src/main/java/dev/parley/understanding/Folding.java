package dev.parley.understanding;

import java.text.Normalizer;
import java.util.Locale;

/** Normalizes spellings: case, accents, full-width letters, Arabic vowels and articles. */
final class Folding {
    private Folding() {}

    static String fold(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.chars().allMatch(c -> c < 128)) {
            return small;
        }
        StringBuilder folded = new StringBuilder(small.length());
        Normalizer.normalize(small, Normalizer.Form.NFKD).codePoints().filter(c -> !isAccent(c))
                .forEach(c -> append(folded, c));
        return withoutArticle(Normalizer.normalize(folded, Normalizer.Form.NFC));
    }

    /** Makes "hellooo" and "helo" equal. Keeps digits: 100 is not 10. */
    static String withoutRepeats(String word) {
        StringBuilder once = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 0 || c != word.charAt(i - 1) || !Character.isLetter(c)) {
                once.append(c);
            }
        }
        return once.toString();
    }

    /** Accents, Hebrew points, Arabic vowels and stretching. Marks of Indian scripts, Thai and Japanese are letters. */
    private static boolean isAccent(int c) {
        return isBetween(c, 0x300, 0x36F) || isBetween(c, 0x591, 0x5C7) || isBetween(c, 0x610, 0x61A)
                || isBetween(c, 0x64B, 0x65F) || c == 0x670 || c == 0x640;
    }

    private static boolean isBetween(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static void append(StringBuilder folded, int c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            case 'ى', 'ی' -> folded.append('ي');
            case 'ة' -> folded.append('ه');
            case 'ک' -> folded.append('ك');
            default -> folded.appendCodePoint(c);
        }
    }

    private static String withoutArticle(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }
}
