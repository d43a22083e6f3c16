package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

final class TextChunk {
    private static final Pattern PART = Pattern.compile("(?<date>\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)"
            + "|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d))|(?<clock>\\d{1,2}[:h]\\d{2}(?![\\d:]))"
            + "|(?<number>\\d+(?:[.,']\\d+)*)|(?<word>[\\p{L}\\p{M}²]+)|(?<sign>.)", Pattern.DOTALL);
    private static final Pattern EMAIL = Pattern
            .compile("(?:mailto:)?([\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{2,63}){1,4})");
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://)?(?:www\\.)?((?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}([\\p{L}]{2,24}))(?::\\d{1,5})?(/[^?#]*)?(?:[?#].*)?");
    private static final Set<String> DOMAINS = Set
            .of("com net org info biz eu example shop store io co app dev de at ch fr es it pt nl be pl ru tr"
                    .concat(" uk us ca au cn jp kr se no dk fi cz ie ae sa online cloud ai me tv").split(" ", -1));
    /** A number and its unit in one word: "dreijährige", "driejarige". */
    private static final Pattern COMPOUND = Pattern
            .compile("(\\p{L}{3,16}?)(jährig|jahres|tägig|tage|wöchig|wochen|monat|stündig|stunden|jarig|daags).*");

    /** A quick filter: nearly every long word has none of these. */
    private static final List<String> UNIT_INSIDE = List.of("jähr", "jahr", "tag", "täg", "woche", "wöch", "monat",
            "stünd",
            "stund", "jarig", "daags");

    private TextChunk() {}

    static List<TextToken> tokens(String text, int start) {
        int end = text.length();
        while (end > 0 && ".,;:!?'…".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        List<TextToken> tokens = new ArrayList<>(4);
        String bare = text.substring(0, end);
        TextToken address = address(bare, start);
        FactWords.Entry word = FactWords.of(bare);
        if (address != null) {
            tokens.add(address);
        } else if (word != null || isLetters(bare)) {
            compound(new TextToken(TextToken.Type.WORD, bare, start, start + end, null, word), tokens);
        } else if ((bare.equals("a.m") || bare.equals("p.m"))) {
            String half = text.charAt(0) + "m";
            tokens.add(new TextToken(TextToken.Type.WORD, half, start, start + end, null, FactWords.of(half)));
            end = Math.min(text.length(), end + 1);
        } else {
            end = 0;
        }
        parts(text, start, end, tokens);
        return tokens;
    }

    static boolean isLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static @Nullable TextToken address(String text, int start) {
        if (text.indexOf('.') < 0) {
            return null;
        }
        Matcher mail = EMAIL.matcher(text);
        if (mail.matches()) {
            return new TextToken(TextToken.Type.EMAIL, mail.group(1), start, start + text.length(), null, null);
        }
        Matcher link = LINK.matcher(text);
        boolean named = link.matches() && (text.contains("://") || text.startsWith("www.")
                || DOMAINS.contains(String.valueOf(link.group(2)).toLowerCase(Locale.ROOT)));
        if (!named) {
            return null;
        }
        String path = link.group(3) == null ? "" : link.group(3).replaceAll("/+$", "");
        return new TextToken(TextToken.Type.LINK, link.group(1) + path, start, start + text.length(), null, null);
    }

    private static void parts(String text, int start, int from, List<TextToken> tokens) {
        Matcher part = PART.matcher(text).region(from, text.length());
        boolean code = false;
        while (part.find()) {
            TextToken token = token(part, start);
            TextToken before = tokens.isEmpty() ? null : tokens.getLast();
            code = code || isCode(before, token);
            if (before != null && before.text().equals("'") && token.type() == TextToken.Type.WORD
                    && token.word() == null) {
                // A case suffix: "100'den".
                continue;
            }
            if (code && token.type() != TextToken.Type.SIGN) {
                if (before != null && before.end() == token.start() && before.type() == TextToken.Type.NUMBER) {
                    tokens.removeLast();
                }
                token = new TextToken(TextToken.Type.CODE, token.text(), token.start(), token.end(), null, null);
            }
            compound(token, tokens);
        }
    }

    private static TextToken token(Matcher part, int start) {
        String found = part.group();
        int at = start + part.start();
        int end = start + part.end();
        if (part.group("date") != null) {
            return new TextToken(TextToken.Type.DATE, found, at, end, null, null);
        }
        if (part.group("clock") != null) {
            return new TextToken(TextToken.Type.CLOCK, found, at, end, null, null);
        }
        if (part.group("number") != null) {
            BigDecimal value = Numerals.value(found);
            return new TextToken(value == null ? TextToken.Type.CODE : TextToken.Type.NUMBER, found, at, end, value,
                    null);
        }
        boolean word = part.group("word") != null;
        return new TextToken(word ? TextToken.Type.WORD : TextToken.Type.SIGN, found, at, end, null,
                FactWords.of(found));
    }

    /** "T3" and "4x4" are names; "EUR4" and "30d" are not. */
    private static boolean isCode(@Nullable TextToken before, TextToken token) {
        if (before == null || before.end() != token.start()) {
            return false;
        }
        boolean namedNumber = before.type() == TextToken.Type.WORD && token.type() == TextToken.Type.NUMBER
                && (before.word() == null || before.word().unit() == null);
        boolean numberedName = before.type() == TextToken.Type.NUMBER && token.type() == TextToken.Type.WORD
                && token.word() == null;
        return namedNumber || numberedName;
    }

    private static void compound(TextToken token, List<TextToken> tokens) {
        Matcher compound = COMPOUND.matcher(token.text());
        boolean may = token.type() == TextToken.Type.WORD && token.word() == null && token.text().length() > 7
                && UNIT_INSIDE.stream().anyMatch(token.text()::contains);
        FactWords.Entry number = may && compound.matches() ? FactWords.of(compound.group(1)) : null;
        if (number == null || number.number() < 0) {
            tokens.add(token);
            return;
        }
        int middle = token.start() + compound.end(1);
        String unit = compound.group(2);
        tokens.add(new TextToken(TextToken.Type.WORD, compound.group(1), token.start(), middle, null, number));
        tokens.add(new TextToken(TextToken.Type.WORD, unit, middle, token.end(), null, FactWords.of(unit)));
    }
}
