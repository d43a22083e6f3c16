package dev.parley.understanding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word, an emoji or a mark that ends a clause. {@code text} is folded ({@link Folding}); {@code name}: capitalized.
 */
record MessageToken(String text, Kind kind, int start, int end, boolean name) {
    enum Kind {
        WORD, EMOJI, COMMA, STOP
    }

    private static final Pattern EMOTICON = Pattern
            .compile("(?<!\\S)(?:[:;=8xX]['-]?[)(\\]DdPpOo]+|<3+|\\^_*\\^)(?!\\S)");
    /** Requests the coloured form of an emoji. */
    private static final int VARIATION = 0xFE0F;
    private static final String STOPS = ".!?;\n\u2026\u3002\uff01\uff1f\uff1b\u061f\u061b\u06d4\u0964";
    private static final String COMMAS = ",:\u2013\u2014\uff0c\u3001\uff1a\u060c";

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** True for characters of scripts without spaces. */
    boolean standsAlone() {
        return isWord() && standsAlone(text.codePointAt(0));
    }

    boolean isMark() {
        return kind == Kind.COMMA || kind == Kind.STOP;
    }

    /** Splits scripts without spaces, and Korean with its suffixes, into characters. */
    static List<MessageToken> of(String text) {
        String plain = EMOTICON.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(found -> "\u263a" + " ".repeat(found.group().length() - 1));
        List<MessageToken> tokens = new ArrayList<>();
        for (int at = 0; at < plain.length();) {
            int c = plain.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isLetter(c)) {
                while (end < plain.length() && isMore(plain, end, c)) {
                    end += Character.charCount(plain.codePointAt(end));
                }
                tokens.add(word(plain.substring(at, end), at));
            } else if (STOPS.indexOf(c) >= 0) {
                tokens.add(new MessageToken("", Kind.STOP, at, end, false));
            } else if (COMMAS.indexOf(c) >= 0) {
                tokens.add(new MessageToken("", Kind.COMMA, at, end, false));
            } else if (isEmoji(c)) {
                tokens.add(new MessageToken(Character.toString(c), Kind.EMOJI, at, end, false));
            }
            at = end;
        }
        return tokens;
    }

    private static MessageToken word(String word, int at) {
        String rest = word.substring(word.offsetByCodePoints(0, 1));
        boolean name = Character.isUpperCase(word.codePointAt(0)) && !rest.isEmpty()
                && rest.equals(rest.toLowerCase(Locale.ROOT));
        return new MessageToken(Folding.fold(word), Kind.WORD, at, at + word.length(), name);
    }

    private static boolean isMore(String text, int at, int first) {
        int c = text.codePointAt(at);
        return isMark(c) || (isLetter(c) && !standsAlone(first) && !standsAlone(c));
    }

    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK && c != VARIATION) || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        return c > 0xE00 && switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            // The long vowel mark belongs to both kana.
            case COMMON -> c == '\u30fc';
            default -> false;
        };
    }

    private static boolean isEmoji(int c) {
        boolean skin = c >= 0x1F3FB && c <= 0x1F3FF;
        return !skin && c > 0xFF && (Character.isEmoji(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
