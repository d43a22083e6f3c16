package dev.parley.model.reading;

import java.util.regex.Pattern;

import dev.parley.model.reading.ThoughtMarks.Mark;
import dev.parley.model.reading.ThoughtMarks.Style;

/** What a mark of thoughts means in the middle of what is said: an answer may speak of such marks. */
enum MarkSense {
    MEANT,
    /** What comes after it tells. */
    UNDECIDED, SPOKEN_OF;

    /** What stands between two marks that are spoken of. */
    private static final Pattern BETWEEN = Pattern
            .compile("(?iu)(?=[^\\n]{1,40}$)(?:[\\p{Punct}\\s…]+(?:(?:and|or|to|with|und|oder"
                    + "|bis|mit|et|ou|à|y|o|e|a|tags?|marks?|the|an|its?)\\b[\\p{Punct}\\s…]*){1,4}|[\\p{Punct}\\s]*…[\\p{Punct}\\s]*"
                    + "|\\s*\\.{3}\\s*)");

    /**
     * Thoughts begin where a sentence could. A name that other things have, too, is that of a place to fill in where it stands in a sentence.
     *
     * @param first nothing has been said before it
     */
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

    /** Where the sentence goes on after a mark between blanks, it is part of it. */
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
