package dev.parley.grounding;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** A word, a number or a symbol. {@code text} is in lower case, with ASCII digits. */
record TextToken(Type type, String text, int start, int end, @Nullable BigDecimal value,
        FactWords.@Nullable Entry word) {
    /** CODE is a name with digits, or a word that no fact contains. */
    enum Type {
        NUMBER, WORD, IDEOGRAPH, SIGN, DATE, CLOCK, EMAIL, LINK, CODE
    }

    int month() {
        return word == null ? 0 : word.month();
    }

    FactWords.@Nullable Unit unit() {
        return word == null ? null : word.unit();
    }

    boolean is(FactWords.Role role) {
        return word != null && word.is(role);
    }

    boolean is(String sign) {
        return text.equals(sign);
    }

    /** True if output is held back from here on. */
    boolean begins() {
        return switch (type) {
            case NUMBER, DATE, CLOCK, EMAIL, LINK -> true;
            case IDEOGRAPH -> Numerals.IDEOGRAPHS.contains(text) || "曜期周요".contains(text);
            case WORD, SIGN -> word != null && word.begins();
            case CODE -> false;
        };
    }

    /** True for an article that may mean one. */
    boolean counts() {
        return word != null && word.article();
    }

    /** True if no fact extends across it. */
    boolean separates() {
        return switch (type) {
            case CODE, EMAIL, LINK -> true;
            case WORD -> word == null;
            case SIGN -> word == null && "-/+×'\".)°^".indexOf(text.charAt(0)) < 0;
            case IDEOGRAPH -> !FactWords.holds(text.charAt(0));
            case NUMBER, DATE, CLOCK -> false;
        };
    }
}
