package dev.parley.faq.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells Windows code pages from Macintosh and DOS ones by position: letters within words, marks at their ends. */
final class WesternPages {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Charset> OLDER = List.of(Charset.forName("x-MacRoman"), Charset.forName("IBM850"));
    private static final String USUAL = "äöüßéèàçñáíóúêâÄÖÜ";
    private static final String RARER = "ëîïôûùœÉÈÊÀÇÑÁÍÓÚãõÃÕåæøÅÆØìòÂÎÔŒ";
    /** Letters that are a word by themselves in some language. */
    private static final String ALONE = "àèéêåöæÀÈÉÓÅÖ";
    private static final String OPENING = "‘‚„“«‹";
    private static final String CLOSING = "’‘“”»›";
    private static final String MONEY = "€£¥¢";
    private static final Pattern ELISION = Pattern
            .compile("(?i).*(^|[^\\p{L}])([ldjmnstc]|qu|lorsqu|jusqu|dell|all|un)");
    private static final Pattern SHORTENED = Pattern.compile("(?i)^(s|t|re|ll|ve|m|d)([^\\p{L}].*|$)", Pattern.DOTALL);

    private WesternPages() {}

    static Charset best(byte[] file) {
        Charset best = WINDOWS;
        int max = score(new String(file, best));
        for (Charset older : OLDER) {
            int score = score(new String(file, older));
            if (score > max) {
                max = score;
                best = older;
            }
        }
        return best;
    }

    /** True if all such bytes, read as Windows, are marks in places where marks stand. */
    static boolean areMarksOfWindows(byte[] file) {
        String text = new String(file, WINDOWS);
        return text.chars().anyMatch(c -> c > 127) && java.util.stream.IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) > 127)
                .allMatch(i -> (!Character.isLetter(text.charAt(i)) || text.charAt(i) == 'œ') && at(text, i) > 0);
    }

    private static int score(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i) > 127 ? at(text, i) : 0;
        }
        return sum;
    }

    private static int at(String text, int i) {
        char c = text.charAt(i);
        char left = i == 0 ? '\n' : text.charAt(i - 1);
        char right = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
        if (Character.isLetter(c) && LetterFit.SIGNS.indexOf(c) < 0) {
            return letter(c, left, right);
        }
        return c == '’' && Character.isLetter(left) && Character.isLetter(right)
                ? apostrophe(text, i)
                : mark(c, left, right, text, i);
    }

    private static int letter(char c, char left, char right) {
        boolean alone = !Character.isLetter(left) && !Character.isLetter(right);
        boolean odd = Character.isUpperCase(c)
                ? Character.isLowerCase(left) || (Character.isUpperCase(left) && Character.isLowerCase(right))
                : Character.isUpperCase(right);
        if (odd || (alone && ALONE.indexOf(c) < 0)) {
            return -3;
        }
        if (c == 'œ') {
            return right == 'u' ? 4 : right == 'i' || right == 't' ? 1 : -1;
        }
        if (alone || (c == 'ú' && right == 'u')) {
            return alone ? 1 : -2;
        }
        return USUAL.indexOf(c) >= 0 ? 3 : RARER.indexOf(c) >= 0 ? 1 : -3;
    }

    /** It’s, l’eau. */
    private static int apostrophe(String text, int i) {
        Matcher before = ELISION.matcher(text.substring(Math.max(0, i - 8), i));
        Matcher after = SHORTENED.matcher(text.substring(i + 1, Math.min(text.length(), i + 5)));
        return before.matches() || after.matches() ? 4 : 0;
    }

    private static int mark(char c, char left, char right, String text, int i) {
        boolean begins = !Character.isLetterOrDigit(left);
        boolean ends = !Character.isLetterOrDigit(right);
        if (MONEY.indexOf(c) >= 0) {
            boolean beside = Character.isDigit(left) || Character.isDigit(right) || isDigitBeyondBlank(text, i);
            return beside ? 5 : begins && ends ? 1 : -3;
        }
        if (OPENING.indexOf(c) >= 0 && begins && !Character.isWhitespace(right) && !ends) {
            return isClosed(text, i) ? 4 : 1;
        }
        if (CLOSING.indexOf(c) >= 0 && ends && !Character.isWhitespace(left)) {
            return isOpened(text, i) ? 4 : 1;
        }
        return switch (c) {
            case '–', '—' -> begins == ends ? (begins ? 2 : 1) : 0;
            case '…' -> ends && !Character.isWhitespace(left) ? 2 : ends ? 1 : -1;
            case '™', '®', '°', 'º', 'ª', '²', '³' -> ends || Character.isWhitespace(left) ? 2 : -1;
            case 'µ' -> begins && right == 'm' ? 2 : begins && !ends ? 1 : -2;
            case '±' -> begins && Character.isDigit(right) ? 3 : -2;
            case '¿', '¡' -> begins && !ends ? 3 : -2;
            case '•', '·' -> begins && Character.isWhitespace(right) ? 2 : -1;
            case '«', '»', '\u00A0', '\u202F' -> Character.isLetter(left) && Character.isLetter(right) ? 0 : 1;
            case '§', '©', '×', '½', '¼', '¾', '‰' -> begins || ends ? 1 : -2;
            default -> Character.isLetter(left) && Character.isLetter(right) ? -4 : -2;
        };
    }

    private static boolean isDigitBeyondBlank(String text, int i) {
        return (i > 1 && isBlank(text.charAt(i - 1)) && Character.isDigit(text.charAt(i - 2)))
                || (i + 2 < text.length() && isBlank(text.charAt(i + 1)) && Character.isDigit(text.charAt(i + 2)));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '.' || c == '-';
    }

    private static boolean isClosed(String text, int i) {
        for (int k = i + 1; k < text.length() && text.charAt(k) != '\n'; k++) {
            if (CLOSING.indexOf(text.charAt(k)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpened(String text, int i) {
        for (int k = i - 1; k >= 0 && text.charAt(k) != '\n'; k--) {
            if (OPENING.indexOf(text.charAt(k)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
