package dev.parley.prompt;

import java.util.regex.Pattern;

/**
 * Makes untrusted text safe between delimiters by excluding a whole class of characters rather than known tricks:
 * adjacent angle brackets of any kind never remain, even with invisible characters between. Ordinary text in any
 * language is unchanged.
 */
final class HarmlessText {
    /** Characters that look like one bracket, and like two or three. */
    private static final String OPENING = "<≮＜﹤‹〈〈⟨˂ᐸᚲ❮❰≺⪻«《⟪≪⪡⋘⫷";
    private static final String CLOSING = ">≯＞﹥›〉〉⟩˃ᐳ❯❱≻⪼»》⟫≫⪢⋙⫸";
    private static final String WHOLE_MARKS = "⋘⫷⋙⫸";
    /** More combining marks on a letter are noise; jtokkit takes 13 ms per 10,000. */
    private static final int MARKS_PER_LETTER = 4;

    /**
     * Control tokens that some model servers read even in a message's text ("<|im_start|>", "</s>", "[INST]"), possible
     * with a shop's own base URL. Also keeps HTML out of answers. Links in angle brackets are Markdown and stay.
     */
    private static final Pattern TAG = Pattern.compile("[<＜﹤](?=[|｜/!?\\p{L}])(?!https?://|mailto:)");
    private static final Pattern TAG_END = Pattern.compile("(?<=[|｜])[>＞﹥]");
    private static final Pattern INSTRUCTION_TOKEN = Pattern
            .compile("\\[(/?(?:INST|SYSTEM_PROMPT|(?:AVAILABLE_)?TOOL[A-Z_]*))]");
    private static final Pattern ENTITY = Pattern.compile("&(?i:(lt|#0{0,6}60|#x0{0,6}3c)|gt|#0{0,6}62|#x0{0,6}3e);?");

    private static final byte LOOK_CLOSER = 0;
    private static final byte PLAIN = 1;
    private static final byte OPEN = 2;
    private static final byte CLOSE = 3;
    /** Table of character kinds: every word of every prompt passes here. */
    private static final byte[] KIND = kinds();

    private HarmlessText() {}

    static String of(String text) {
        return isPlain(text) ? text.strip() : withoutTokens(withoutMarks(visible(text))).strip();
    }

    /** Fast path for most messages. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (KIND[c] != PLAIN && (c != '\n' || text.startsWith("\n\n", i + 1)) && (c != '[' || !isToken(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** Citations such as [1] and links are not tokens. */
    private static boolean isToken(String text, int bracket) {
        char next = bracket + 1 < text.length() ? text.charAt(bracket + 1) : ' ';
        return next == '/' || (next >= 'A' && next <= 'Z');
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = isOrdinary(c) ? PLAIN : LOOK_CLOSER;
        }
        OPENING.chars().forEach(c -> kinds[c] = OPEN);
        CLOSING.chars().forEach(c -> kinds[c] = CLOSE);
        return kinds;
    }

    private static boolean isOrdinary(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER,
                    Character.CURRENCY_SYMBOL,
                    Character.DASH_PUNCTUATION, Character.OTHER_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
                c != '&' && c != '[' && !isHangulFiller(c);
            default -> "` ^+=~°©®".indexOf(c) >= 0;
        };
    }

    /** Drops invisible characters that models read, such as Unicode tags, and normalizes line ends. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        int newlines = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isInvisible(c) || (c == '\r' && text.startsWith("\n", i + 1))) {
                continue;
            }
            int shown = isLineEnd(c) ? '\n' : c;
            marks = isMark(shown) ? marks + 1 : 0;
            newlines = shown == '\n' ? newlines + 1 : 0;
            if (marks <= MARKS_PER_LETTER && newlines <= 2) {
                out.appendCodePoint(isLoneSurrogate(shown) ? 0xfffd : shown);
            }
        }
        return out.toString();
    }

    private static boolean isLineEnd(int c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Keeps joiners, which emoji, Persian and Indian scripts need, and the tab. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && !isLineEnd(c);
            case Character.FORMAT -> !isJoiner(c);
            default -> isHangulFiller(c) || isSpecialPurpose(c);
        };
    }

    private static boolean isJoiner(int c) {
        return c == 0x200c || c == 0x200d;
    }

    private static boolean isHangulFiller(int c) {
        return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
    }

    /** Unicode tags and variation selectors, which can encode hidden text. */
    private static boolean isSpecialPurpose(int c) {
        return c >= 0xe0000 && c <= 0xe0fff;
    }

    /** Replaces each run of brackets, across space, joiners and combining marks, with one. */
    private static String withoutMarks(String text) {
        String decoded = decoded(text);
        StringBuilder out = new StringBuilder(decoded.length());
        int next;
        for (int i = 0; i < decoded.length(); i = next) {
            char c = decoded.charAt(i);
            byte kind = KIND[c];
            boolean bracket = kind == OPEN || kind == CLOSE;
            next = bracket ? endOfRun(decoded, i, kind) : i + 1;
            boolean mark = bracket && (next > i + 1 || WHOLE_MARKS.indexOf(c) >= 0);
            out.append(mark ? kind == OPEN ? '‹' : '›' : c);
        }
        return out.toString();
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(entity -> entity.group(1) != null ? "<" : ">");
    }

    private static int endOfRun(String text, int start, byte kind) {
        int end = start + 1;
        for (int i = end; i < text.length(); i++) {
            char c = text.charAt(i);
            if (KIND[c] == kind) {
                end = i + 1;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isJoiner(c) && !isMark(c)) {
                return end;
            }
        }
        return end;
    }

    private static String withoutTokens(String text) {
        String untagged = TAG_END.matcher(TAG.matcher(text).replaceAll("‹")).replaceAll("›");
        return INSTRUCTION_TOKEN.matcher(untagged).replaceAll("($1)");
    }
}
