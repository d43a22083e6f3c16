package dev.parley.model.reading;

final class Prose {
    private static final String FOLD = "<details";

    private boolean blankLine = true;
    private boolean fenced;
    private boolean ticked;
    /** The last run of code marks, and whether it starts a line. */
    private int run;
    private boolean runBeginsLine;
    private int folding;
    private char last = '\n';
    private char lastWord = '\n';

    void pass(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            pass(text.charAt(at));
        }
    }

    void pass(char c) {
        if (run == 0 && isPlain(c) && (folding == 0 || hasDetails())) {
            blankLine = false;
            last = c;
            lastWord = c;
            return;
        }
        if ((c == '`' || c == '~') && (run == 0 || c == last)) {
            runBeginsLine = run == 0 ? blankLine : runBeginsLine;
            run++;
        } else {
            fenced = inFence();
            ticked = c != '\n' && afterTick();
            run = 0;
        }
        folding = folding == FOLD.length() ? folding : FOLD.charAt(folding) == c ? folding + 1 : c == '<' ? 1 : 0;
        blankLine = c == '\n' || (blankLine && (c == ' ' || c == '\t' || c == '>'));
        last = c;
        lastWord = Character.isWhitespace(c) && c != '\n' ? lastWord : c;
    }

    /** Fast path for most characters. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    boolean atLineStart() {
        return blankLine;
    }

    boolean betweenSentences() {
        // A quotation or emphasis mark attached to a word is an opening one.
        return blankLine || ".!?。！？…".indexOf(lastWord) >= 0
                || (")\"”*".indexOf(lastWord) >= 0 && Character.isWhitespace(last));
    }

    boolean afterQuote() {
        return "\"'“„‘«(*_".indexOf(last) >= 0;
    }

    boolean afterBlank() {
        return Character.isWhitespace(last) && !blankLine;
    }

    boolean hasDetails() {
        return folding == FOLD.length();
    }

    boolean inFence() {
        return fenced ^ isFence();
    }

    /** True if this is code once another backtick follows on the line. */
    boolean afterTick() {
        return ticked ^ (run > 0 && last == '`' && !isFence());
    }

    private boolean isFence() {
        return run >= 3 && runBeginsLine;
    }
}
