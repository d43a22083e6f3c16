package dev.parley.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the heading of an answer below what stands under another heading, in a text that comes in pieces. */
final class AnswerHeading {
    private static final String DECOR = "[ \\t*_#>=~💡✅📝-]{0,8}";
    private static final Pattern ANY = heading(
            ThoughtNames.ANSWER + "|here(?:'s|’s| is) (?:my|the) (?:final )?(?:response|answer|reply)");
    private static final Pattern SURE = heading(ThoughtNames.SURELY_ANSWER);
    private static final Pattern RULE = Pattern.compile("\\n[ \\t]*(?:-{3,}|\\*{3,}|_{3,}|={3,})[ \\t]*\\n");
    /** A line of its own over lines that are quoted, and what follows these. */
    private static final Pattern QUOTED = Pattern
            .compile("[^\\n]*\\n(?:[ \\t]*\\n|[ \\t]*>[^\\n]*\\n)*[ \\t]*>[^\\n]*\\n(?:[ \\t]*\\n)*(?=[^\\s>])");
    private static final int LONGEST = 100;

    private final Pattern heading;
    private final Prose prose = new Prose();
    private int searched;

    /** @param surely it stands over nothing else */
    AnswerHeading(boolean surely) {
        heading = surely ? SURE : ANY;
    }

    private static Pattern heading(String names) {
        return Pattern.compile("(?iu)(?:" + DECOR + "(?:" + names + ")[*_]{0,3}\\s?[:：][*_]{0,3}"
                + "|(?=[ \\t]{0,3}[*_#=-])" + DECOR + "(?:" + names + ")[ *_#=:-]{0,8}\\n)");
    }

    /** Where the answer begins; negative where none does so far. */
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

    /** Where thoughts are over that stand in a quotation; negative where they do not. */
    static int afterQuotation(CharSequence text) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.lookingAt() ? quoted.end() : -1;
    }

    /** Where the text goes on below its last rule; negative where it has none. */
    static int afterRule(CharSequence text) {
        Matcher rule = RULE.matcher(text);
        int end = -1;
        for (int from = 0; rule.find(from); from = rule.end() - 1) {
            end = rule.end();
        }
        return end;
    }
}
