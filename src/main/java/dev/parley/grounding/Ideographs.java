package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Splits Chinese, Japanese and Korean text, which has no spaces, by longest match. */
final class Ideographs {
    private static final int LONGEST_WORD = 4;

    private Ideographs() {}

    static List<TextToken> joined(List<TextToken> run) {
        if (run.stream().noneMatch(token -> token.type() == TextToken.Type.IDEOGRAPH)) {
            return List.copyOf(run);
        }
        List<TextToken> tokens = new ArrayList<>(run.size());
        int i = 0;
        while (i < run.size()) {
            int length = run.get(i).type() == TextToken.Type.IDEOGRAPH ? word(run, i) : 0;
            int numerals = length == 0 ? numerals(run, i) : 0;
            if (length > 0) {
                String text = text(run, i, length);
                tokens.add(token(run, i, length, TextToken.Type.WORD, text, null));
            } else if (numerals > 0) {
                BigDecimal value = Numerals.ofIdeographs(text(run, i, numerals));
                tokens.add(token(run, i, numerals, TextToken.Type.NUMBER, text(run, i, numerals),
                        value == null ? BigDecimal.ZERO : value));
            } else {
                tokens.add(run.get(i));
            }
            i += Math.max(1, Math.max(length, numerals));
        }
        return tokens;
    }

    private static TextToken token(List<TextToken> run, int from, int length, TextToken.Type type, String text,
            @Nullable BigDecimal value) {
        return new TextToken(type, text, run.get(from).start(), run.get(from + length - 1).end(), value,
                value == null ? FactWords.of(text) : null);
    }

    private static int word(List<TextToken> run, int from) {
        for (int length = Math.min(LONGEST_WORD, glued(run, from)); length > 0; length--) {
            if (FactWords.of(text(run, from, length)) != null) {
                return length;
            }
        }
        return 0;
    }

    private static int numerals(List<TextToken> run, int from) {
        int length = 0;
        while (from + length < run.size() && length < glued(run, from)
                && Numerals.IDEOGRAPHS.contains(run.get(from + length).text())) {
            length++;
        }
        return length;
    }

    /** Number of adjacent characters. */
    private static int glued(List<TextToken> run, int from) {
        int length = 0;
        while (from + length < run.size() && run.get(from + length).type() == TextToken.Type.IDEOGRAPH
                && (length == 0 || run.get(from + length).start() == run.get(from + length - 1).end())) {
            length++;
        }
        return length;
    }

    private static String text(List<TextToken> run, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        run.subList(from, from + length).forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
