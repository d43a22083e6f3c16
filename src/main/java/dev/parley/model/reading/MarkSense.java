package dev.parley.model.reading;

import java.util.regex.Pattern;

import dev.parley.model.reading.ThoughtMarks.Mark;
import dev.parley.model.reading.ThoughtMarks.Style;

/** The meaning of a reasoning mark in the middle of text: an answer may talk about such marks. */
enum MarkSense {
    MEANT,
    /** The following text decides. */
    UNDECIDED,
    SPOKEN_OF;

    private static final Pattern BETWEEN = Pattern
            .compile("(?iu)(?=[^\\n]{1,40}$)(?:[\\p{Punct}\\s…]+(?:(?:and|or|to|with|und|oder"
                    + "|bis|mit|et|ou|à|y|o|e|a|tags?|marks?|the|an|its?)\\b[\\p{Punct}\\s…]*){1,4}|[\\p{Punct}\\s]*…[\\p{Punct}\\s]*"
                    + "|\\s*\\.{3}\\s*)");

    /** Reasoning starts only where a sentence could. {@code first}: nothing was shown before. */
    static MarkSense ofOpening(Mark mark, Prose before, boolean first, char bracket) {
        if (mark.style() == Style.COMMENT) {
            return UNDECIDED;
        }
        boolean between = first || before.betweenSentences();
        boolean sure = mark.style() != Style.TAG || (mark.sure() && between)
                || (first && (bracket == '<' || bracket == '&'));
        if (sure) {
            return MEANT;
        }
        return between || mark.sure() ? UNDECIDED : SPOKEN_OF;
    }

    /** A mark between spaces within a sentence is part of it. */
    static MarkSense ofClosing(Mark mark, Prose before, CharSequence text, int end) {
        if (mark.style() == Style.DETAILS) {
            return before.hasDetails() ? SPOKEN_OF : MEANT;
        }
        if ((!before.afterBlank() && !before.afterQuote()) || mark.style() == Style.HEADING) {
            return MEANT;
        }
        if (before.afterQuote()) {
            return end == text.length()
                    ? UNDECIDED
                    : "\"'”“’»)*_".indexOf(text.charAt(end)) >= 0 ? SPOKEN_OF : MEANT;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length()) {
            return UNDECIDED;
        }
        boolean goesOn = Character.isLowerCase(text.charAt(at)) || ".,;:!?)\"'".indexOf(text.charAt(at)) >= 0;
        return goesOn ? SPOKEN_OF : MEANT;
    }

    /** @param between two marks */
    static boolean isSpokenOf(String between) {
        return BETWEEN.matcher(between).matches();
    }
}
