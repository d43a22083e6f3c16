package dev.parley.model.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the heading of the answer after text under another heading, incrementally. */
final class AnswerHeading {
    private static final String DECOR = "[ \\t*_#>=~💡✅📝-]{0,8}";
    private static final Pattern ANY = heading(
            ThoughtNames.ANSWER
                    + "|here(?:'s|’s| is) (?:my|the) (?:final )?(?:response|answer|reply)|(?:so|therefore|thus|hence)?,?\\s?the (?:final )?answer is");
    private static final Pattern SURE = heading(ThoughtNames.SURELY_ANSWER);
    private static final Pattern RULE = Pattern.compile("\\n[ \\t]*(?:-{3,}|\\*{3,}|_{3,}|={3,})[ \\t]*\\n");
    private static final int LONGEST = 100;

    private final Pattern heading;
    private final Prose prose = new Prose();
    private int searched;
    /** Start of the next line to check; negative if no quotation follows. */
    private int lineAt;
    private boolean quoted;

    /** @param surely a heading used for answers only */
    AnswerHeading(boolean surely) {
        this.heading = surely ? SURE : ANY;
    }

    private static Pattern heading(String names) {
        return Pattern.compile("(?iu)(?:" + DECOR + "(?:" + names + ")[*_]{0,3}\\s?[:：][*_]{0,3}"
                + "|(?=[ \\t]{0,3}[*_#=-])" + DECOR + "(?:" + names + ")[ *_#=:-]{0,8}\\n)");
    }

    /** Start of the answer; negative if not found yet. */
    @SuppressWarnings("JdkObsolete")
    int find(CharSequence text) {
        Matcher matcher = heading.matcher(text);
        for (; searched < text.length(); searched++) {
            if (searched > 0 && prose.betweenSentences()) {
                boolean there = matcher.region(searched, text.length()).lookingAt();
                if (text.length() - searched < LONGEST && matcher.hitEnd()) {
                    return -1;
                }
                if (there) {
                    return matcher.end();
                }
            }
            prose.pass(text.charAt(searched));
        }
        return -1;
    }

    /** End of reasoning quoted below its heading; negative if there is none yet. */
    int afterQuotation(CharSequence text) {
        while (lineAt >= 0) {
            int at = lineAt;
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at == text.length()) {
                return -1;
            }
            boolean blank = text.charAt(at) == '\n';
            boolean inQuotation = text.charAt(at) == '>';
            if (lineAt > 0 && !blank && !inQuotation) {
                lineAt = quoted ? lineAt : -1;
                return quoted ? at : -1;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n') {
                end++;
            }
            if (end == text.length()) {
                return -1;
            }
            quoted |= lineAt > 0 && inQuotation;
            lineAt = end + 1;
        }
        return -1;
    }

    /** Start of the text below the last rule; negative if there is none. */
    static int afterRule(CharSequence text) {
        Matcher rule = RULE.matcher(text);
        int end = -1;
        for (int from = 0; rule.find(from); from = rule.end() - 1) {
            end = rule.end();
        }
        return end;
    }
}
