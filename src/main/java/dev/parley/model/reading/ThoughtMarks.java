package dev.parley.model.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Marks around reasoning, by what models' spellings have in common. {@link Thoughts} decides by position. */
final class ThoughtMarks {
    enum Kind {
        OPEN,
        CLOSE,
        /** Around the answer. */
        EMPTY,
        /** Of a call, in models with channels. */
        CALL
    }

    /** Opening and closing mark must have the same style. */
    enum Style {
        TAG, CHANNEL, DETAILS, FENCE, COMMENT, REMARK, HEADING
    }

    /** {@code kind} is null for a partial mark at the end, or none; {@code sure} marks occur nowhere else. */
    record Mark(@Nullable Kind kind, Style style, boolean sure, int start, int end) {
        static Mark none(int at) {
            return new Mark(null, Style.TAG, false, at, at);
        }
    }

    private enum Where {
        ANYWHERE,
        LINE_START,
        BETWEEN_SENTENCES,
        FIRST,
        UNSAID,
        /** Anywhere; the header itself says what follows. */
        HEADER
    }

    private record Row(Kind kind, Style style, boolean sure, Where where, Pattern pattern) {}

    private static final String LEFT = "(?:<{1,3}[|｜]?|&lt;|[＜‹«〈《◁⟨❮])\\s{0,2}";
    private static final String RIGHT = "\\s{0,2}(?:[|｜]?>{1,3}|&gt;|[＞›»〉》▷⟩❯])";
    private static final String WITH = "(?:\\s[^<>]{0,160})?";
    private static final String HEADER = "(?=<\\|(?:start\\|>\\s{0,2}assistant|channel\\|>))(?:<\\|start\\|>\\s{0,2}assistant[^<]{0,80})?"
            + "(?:<\\|channel\\|>[^<]{0,80})?(?:<\\|constrain\\|>[^<]{0,40})?<\\|message\\|>";

    /** In matching order. */
    private static final List<Row> ROWS = List.of(
            row(Kind.EMPTY, Style.TAG, true, Where.ANYWHERE, LEFT + ThoughtNames.SURE + "\\s{0,2}/" + RIGHT),
            row(Kind.CLOSE, Style.TAG, true, Where.ANYWHERE, closing(ThoughtNames.SURE)),
            row(Kind.CLOSE, Style.TAG, false, Where.ANYWHERE, closing(ThoughtNames.ANY)),
            row(Kind.OPEN, Style.TAG, true, Where.ANYWHERE, opening(ThoughtNames.SURE)),
            row(Kind.OPEN, Style.TAG, false, Where.ANYWHERE, opening(ThoughtNames.ANY)),
            row(Kind.OPEN, Style.TAG, true, Where.FIRST, bracketed(ThoughtNames.SURE)),
            row(Kind.OPEN, Style.TAG, false, Where.FIRST, bracketed(ThoughtNames.ANY)),
            row(Kind.CLOSE, Style.TAG, true, Where.UNSAID,
                    "(?:\\[|【|\\({1,2}|\\{{1,2})/" + ThoughtNames.ANY + "[\\]】)}]{1,2}"),
            // With a type or summary that says what it hides.
            row(Kind.OPEN, Style.DETAILS, true, Where.ANYWHERE, "<details\\s[^>]{0,80}[\"'=]" + ThoughtNames.ANY
                    + "[^>]{0,160}>|<details(?:\\s[^>]{0,80})?>\\s{0,8}<summary(?:\\s[^>]{0,80})?>(?:<[a-z]{1,8}>|[^<a-z]){0,8}"
                    + "(?:(?:show|view|my|model|ai)\\s)?" + ThoughtNames.SURE),
            row(Kind.CLOSE, Style.DETAILS, true, Where.ANYWHERE, "</details\\s{0,2}>"),
            row(Kind.OPEN, Style.COMMENT, false, Where.ANYWHERE, "<!--"),
            row(Kind.CLOSE, Style.COMMENT, false, Where.UNSAID, "-->"),
            row(Kind.OPEN, Style.FENCE, true, Where.LINE_START,
                    "(?:`{3,8}|~{3,8})\\s?\\{?\\.?" + ThoughtNames.ANY + "(?![\\w])[^\\n`]{0,60}\\n"),
            row(Kind.OPEN, Style.FENCE, true, Where.FIRST,
                    "(?:`{3,8}|~{3,8})\\s?[a-z]{0,10}\\s{0,4}\\n\\s{0,8}" + LEFT + ThoughtNames.SURE + WITH + RIGHT),
            row(Kind.CLOSE, Style.FENCE, true, Where.UNSAID,
                    "(?<=\\n[ \\t>]{0,3})(?:`{3,8}|~{3,8})[ \\t]{0,4}(?=\\n|(?-i:[\\p{Lu}\\p{Lo}]))"),
            // A remark in brackets.
            row(Kind.OPEN, Style.REMARK, true, Where.FIRST,
                    "(?:\\[|\\(|【|\\*{1,2}|_)\\s?(?:thinks?|(?:internal|inner)(?: [a-z]{1,12})?|" + ThoughtNames.SURE
                            + ")\\s?[:：]"),
            row(Kind.CLOSE, Style.REMARK, true, Where.UNSAID, "(?:\\]|\\)|】|\\*{1,2}|_)[ \\t]{0,4}\\n"),
            // A missing closing mark is implied by the answer's own mark.
            row(Kind.CLOSE, Style.TAG, true, Where.UNSAID, "(?<=[\\n>]\\s{0,3})<(?:final_?)?(?:answer|response)>"
                    + "|(?:【|(?<=\\n)\\[)(?:" + ThoughtNames.ANSWER + ")[\\]】]"),
            row(Kind.OPEN, Style.CHANNEL, true, Where.ANYWHERE, "<unused94>(?:thought)?"),
            row(Kind.CLOSE, Style.CHANNEL, true, Where.ANYWHERE, "<unused95>"),
            row(Kind.CLOSE, Style.CHANNEL, true, Where.UNSAID, "assistantfinal(?=(?-i:[\\p{Lu}\\p{Lo}\\s*#\\[0-9]))"),
            row(Kind.CALL, Style.CHANNEL, true, Where.UNSAID,
                    "(?:assistant)?commentary\\s{0,2}to=[\\w.:-]{1,80}\\s{0,4}(?:<\\|constrain\\|>)?\\s?(?:json|code)?\\s{0,4}(?=\\{)"),
            row(Kind.CLOSE, Style.CHANNEL, true, Where.UNSAID,
                    "<\\|end\\|>\\s{0,4}(?=[^<\\s])(?!(?:assistant)?commentary\\s)"),
            row(Kind.OPEN, Style.CHANNEL, true, Where.HEADER, HEADER),
            row(Kind.EMPTY, Style.CHANNEL, true, Where.ANYWHERE,
                    "<\\|(?:end|return|call|start\\|>\\s{0,2}assistant\\s{0,2}<\\|message|message|channel|constrain"
                            + "|(?:begin|end)_of_solution|(?:start|end)_response)\\|>"),
            row(Kind.EMPTY, Style.TAG, true, Where.BETWEEN_SENTENCES, "<(?:final_?)?(?:answer|response|output|reply)>"),
            row(Kind.EMPTY, Style.TAG, true, Where.ANYWHERE, "</(?:final_?)?(?:answer|response|output|reply)>"),
            row(Kind.CLOSE, Style.HEADING, false, Where.BETWEEN_SENTENCES, "here(?:'s|’s| is) my response\\s?[:：]"));

    /** Longer than any partial mark. */
    static final int LONGEST = 300;

    private ThoughtMarks() {}

    private static Row row(Kind kind, Style style, boolean sure, Where where, String pattern) {
        return new Row(kind, style, sure, where, Pattern.compile("(?iu)" + pattern));
    }

    private static String opening(String name) {
        return LEFT + name + WITH + RIGHT + "|" + LEFT + "(?:start|begin(?:_of)?)[_-]" + name + RIGHT
                + "|" + LEFT + name + "[_-](?:start|begin)" + RIGHT
                + "|\\[" + name + "\\](?!\\()|\\[(?:start|begin)(?: of)?[ _]" + name + "\\]|【" + name + "】";
    }

    private static String bracketed(String name) {
        return "(?:\\[|【|\\({1,2}|\\{{1,2})" + name + "(?:\\](?!\\()|】|\\){1,2}|\\}{1,2})";
    }

    private static String closing(String name) {
        return LEFT + "[/\\\\／]\\s{0,2}" + name + RIGHT + "|" + LEFT + "end(?:_of)?[_-]" + name + RIGHT
                + "|" + LEFT + name + "[_-](?:end|stop)" + RIGHT
                + "|\\[(?:/\\s?|end(?: of)?[ _])" + name + "\\]|【/" + name + "】";
    }

    /** Searches text to show; reports skipped text to {@code prose}. */
    static Mark inSpeech(CharSequence text, Prose prose, boolean nothingSaid) {
        boolean first = nothingSaid;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            // Fast path: nearly every character is none of these.
            if (mayBegin(c, Where.FIRST) && !prose.inFence()) {
                Where place = place(first, prose);
                Mark mark = mayBegin(c, place) ? at(text, at, place) : null;
                Mark meant = mark == null ? null : unlessCode(text, mark, prose);
                if (meant != null) {
                    return meant;
                }
            }
            prose.pass(c);
            first = first && Character.isWhitespace(c);
        }
        return Mark.none(text.length());
    }

    private static Where place(boolean first, Prose prose) {
        return first
                ? Where.FIRST
                : prose.atLineStart()
                        ? Where.LINE_START
                        : prose.betweenSentences() ? Where.BETWEEN_SENTENCES : Where.ANYWHERE;
    }

    /** Inline code needs a second backtick on the line; undecided until it arrives. */
    private static @Nullable Mark unlessCode(CharSequence text, Mark mark, Prose prose) {
        if (!prose.afterTick()) {
            return mark;
        }
        int end = mark.start();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '`') {
            end++;
        }
        if (end < text.length()) {
            return text.charAt(end) == '`' ? null : mark;
        }
        return end - mark.start() < LONGEST ? Mark.none(mark.start()) : mark;
    }

    /** Searches held text, which may be reasoning. */
    static Mark inThoughts(CharSequence text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (mayBegin(c, Where.UNSAID) && (at == 0 || text.charAt(at - 1) != '`' || c == '`')) {
                Mark mark = at(text, at, Where.UNSAID);
                if (mark != null) {
                    return mark;
                }
            }
        }
        return Mark.none(text.length());
    }

    /** Matches incrementally, hence `hitEnd`. */
    @SuppressWarnings("JdkObsolete")
    private static @Nullable Mark at(CharSequence text, int at, Where place) {
        for (Row row : ROWS) {
            if (!stands(row.where(), place)) {
                continue;
            }
            Matcher mark = row.pattern().matcher(text).useTransparentBounds(true).region(at, text.length());
            boolean there = mark.lookingAt();
            // More text may complete a mark or change it.
            if (text.length() - at < LONGEST && mark.hitEnd()) {
                return Mark.none(at);
            }
            if (there) {
                Kind kind = row.where() == Where.HEADER ? ofHeader(mark.group()) : row.kind();
                return new Mark(kind, row.style(), row.sure(), at, mark.end());
            }
        }
        return null;
    }

    private static boolean stands(Where wanted, Where place) {
        return switch (wanted) {
            case ANYWHERE, HEADER -> true;
            case FIRST -> place == Where.FIRST;
            case UNSAID -> place == Where.UNSAID;
            case LINE_START -> place == Where.FIRST || place == Where.LINE_START;
            case BETWEEN_SENTENCES -> place != Where.ANYWHERE && place != Where.UNSAID;
        };
    }

    /** A channel's header tells the recipient and the kind of message. */
    private static Kind ofHeader(String header) {
        if (header.contains("to=")) {
            return Kind.CALL;
        }
        return header.contains("final") ? Kind.CLOSE : header.contains("<|channel|>") ? Kind.OPEN : Kind.EMPTY;
    }

    private static boolean mayBegin(char first, Where place) {
        return switch (first) {
            case '<', '&', '[', '【', '＜', '‹', '«', '〈', '《', '◁', '⟨', '❮' -> true;
            case '`', '~' -> place == Where.FIRST || place == Where.LINE_START || place == Where.UNSAID;
            case '*', '_' -> place == Where.FIRST || place == Where.UNSAID;
            case '{', '(', ']', ')', '】' -> place == Where.FIRST || place == Where.UNSAID;
            case 'h', 'H' -> place != Where.ANYWHERE;
            case 'a', 'A', 'c', 'C', '-' -> place == Where.UNSAID;
            default -> false;
        };
    }
}
