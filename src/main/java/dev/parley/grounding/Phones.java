package dev.parley.grounding;

import java.util.List;

/** Telephone numbers with any separators. */
final class Phones {
    private static final int MIN_DIGITS = 7;

    private Phones() {}

    /** Index after the number that begins at {@code from}; {@code from} if none does. */
    static int end(List<TextToken> tokens, int from) {
        boolean plus = tokens.get(from).is("+");
        int i = plus ? from + 1 : from;
        int digits = 0;
        int groups = 0;
        int end = from;
        while (i < tokens.size()) {
            TextToken token = tokens.get(i);
            boolean far = i > from && token.start() > tokens.get(i - 1).end() + 1;
            if (token.type() == TextToken.Type.NUMBER && token.text().chars().allMatch(Character::isDigit) && !far) {
                digits += token.text().length();
                groups++;
                end = i + 1;
            } else if (far || groups == 0 || !(token.is("-") || token.is("/") || token.is("(") || token.is(")"))) {
                break;
            }
            i++;
        }
        boolean unit = end < tokens.size() && tokens.get(end).unit() != null;
        String first = end > from ? tokens.get(plus ? from + 1 : from).text() : "";
        boolean shaped = plus || (first.startsWith("0") && first.length() > 1) || groups > 2;
        boolean thousands = !plus && groups > 1 && !first.startsWith("0")
                && tokens.subList(from + 1, end).stream().allMatch(token -> token.text().length() == 3);
        return shaped && !unit && !thousands && digits >= MIN_DIGITS ? end : from;
    }

    /** The last nine digits, so that the country code does not matter. */
    static String number(List<TextToken> tokens, int from, int end) {
        StringBuilder number = new StringBuilder();
        tokens.subList(from, end).stream().filter(token -> token.type() == TextToken.Type.NUMBER)
                .forEach(token -> number.append(token.text()));
        String bare = number.toString().replaceFirst("^0+", "");
        return bare.substring(Math.max(0, bare.length() - 9));
    }
}
