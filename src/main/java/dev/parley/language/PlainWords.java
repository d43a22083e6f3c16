package dev.parley.language;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text that tell its language, without addresses, codes and numbers. {@code text}: what is left. */
record PlainWords(String text, List<Word> words) {
    /** More words do not improve detection. */
    private static final int ENOUGH = 2_000;
    private static final Pattern ADDRESS = Pattern
            .compile("\\b(?:https?://|www\\.)\\S+|[\\w.+-]{1,64}@[\\w.-]{1,255}|[@#][A-Za-z0-9_]+");
    /** As in "TW-2041" and "30-day"; ASCII only, because Chinese and Japanese follow without a space. */
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z0-9_-]*[0-9][A-Za-z0-9_-]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*");

    /** @param capital starts with a capital letter: often a name, or a German noun */
    record Word(String text, boolean capital) {}

    static PlainWords of(String text) {
        String start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        String composed = Normalizer.normalize(start, Normalizer.Form.NFC).replace('’', '\'');
        String plain = mayHold(composed, "/.@#") ? ADDRESS.matcher(composed).replaceAll(" ") : composed;
        plain = mayHold(plain, "0123456789") ? NUMBERED.matcher(plain).replaceAll(" ") : plain;
        boolean shouted = plain.chars().noneMatch(Character::isLowerCase);
        List<Word> words = WORD.matcher(plain).results()
                .map(MatchResult::group)
                .filter(word -> shouted || !isName(word))
                .map(word -> new Word(word.toLowerCase(Locale.ROOT), !shouted && Character.isUpperCase(word.charAt(0))))
                .toList();
        return new PlainWords(plain, words);
    }

    /** Much faster than a pattern that finds nothing. */
    private static boolean mayHold(String text, String characters) {
        return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /** As in "DHL" and "PayPal". */
    private static boolean isName(String word) {
        return word.length() > 1 && word.chars().skip(1).anyMatch(Character::isUpperCase);
    }
}
