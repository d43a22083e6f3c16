package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a number of several tokens: "20 000", "twenty-one", "treinta y uno", 三十. */
final class NumberReader {
    private static final Set<String> DOUBTFUL = Set.of("once", "due", "sei", "dos", "cent", "cien", "sette", "eins",
            "do");

    /** "20 000,50" */
    private static final Pattern FIRST_GROUP = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern GROUP = Pattern.compile("\\d{3}(?:[.,]\\d{1,2})?");

    private final List<TextToken> tokens;
    private final boolean articles;

    NumberReader(List<TextToken> tokens, boolean articles) {
        this.tokens = tokens;
        this.articles = articles;
    }

    /** {@code next} is the index after it. {@code plain}: needs no unit, unlike "once", eleven in Spanish. */
    record FoundNumber(BigDecimal value, int next, boolean plain) {}

    @Nullable
    FoundNumber at(int i) {
        if (i >= tokens.size()) {
            return null;
        }
        TextToken token = tokens.get(i);
        if (token.value() != null) {
            return digits(i, token);
        }
        int word = word(i);
        if (word < 0) {
            return null;
        }
        return word >= 20 && word < 100 && word % 10 == 0 ? tens(i, word) : hundreds(i, word);
    }

    private FoundNumber digits(int i, TextToken first) {
        StringBuilder text = new StringBuilder(first.text());
        int next = i + 1;
        boolean groups = FIRST_GROUP.matcher(first.text()).matches();
        while (groups && next < tokens.size() && tokens.get(next).start() == tokens.get(next - 1).end() + 1
                && GROUP.matcher(tokens.get(next).text()).matches()) {
            groups = tokens.get(next).text().length() == 3;
            text.append(tokens.get(next).text());
            next++;
        }
        BigDecimal value = next == i + 1 ? first.value() : Numerals.value(text.toString());
        // "5,- €"
        if (next + 1 < tokens.size() && tokens.get(next).is(",") && tokens.get(next + 1).is("-")) {
            next += 2;
        }
        return new FoundNumber(value == null ? BigDecimal.ZERO : value, next, true);
    }

    private FoundNumber tens(int i, int tens) {
        int next = i + 1;
        if (next < tokens.size() && (tokens.get(next).is("-") || tokens.get(next).is(FactWords.Role.AND))) {
            next++;
        }
        int unit = word(next);
        boolean together = unit > 0 && unit < (tens == 60 || tens == 80 ? 20 : 10)
                && (tokens.get(next).word() == null || !isArticle(next) || next > i + 1);
        return together
                ? new FoundNumber(BigDecimal.valueOf((long) tens + unit), next + 1, true)
                : new FoundNumber(BigDecimal.valueOf(tens), i + 1, true);
    }

    private FoundNumber hundreds(int i, int number) {
        int next = i + 1;
        if (number < 10 && word(next) == 100) {
            return new FoundNumber(BigDecimal.valueOf(100L * number), next + 1, true);
        }
        boolean plain = !isArticle(i) && !DOUBTFUL.contains(tokens.get(i).text());
        return new FoundNumber(BigDecimal.valueOf(number), next, plain);
    }

    private boolean isArticle(int i) {
        FactWords.Entry word = tokens.get(i).word();
        return word != null && word.article();
    }

    /** Negative if it is no number. An article counts only if allowed. */
    private int word(int i) {
        FactWords.Entry word = i < tokens.size() ? tokens.get(i).word() : null;
        if (word == null || (word.article() && !articles && !afterTens(i))) {
            return -1;
        }
        return word.number();
    }

    /** "trente et un" */
    private boolean afterTens(int i) {
        return i > 1 && tokens.get(i - 1).is(FactWords.Role.AND) && tokens.get(i - 2).word() != null
                && word(i - 2) >= 20;
    }
}
