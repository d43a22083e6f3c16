package dev.parley.faq.file;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;

/** Scores how well characters fit a language: alphabet, plausible case, no symbols within words. */
final class LetterFit {
    /** Unicode letters that are used as symbols: ª, º, µ. */
    static final String SIGNS = "ªºµ";
    private static final Map<String, UnicodeSet> ALPHABETS = new ConcurrentHashMap<>();

    private LetterFit() {}

    /** The best fit among the languages, 0 to 1. {@code shops} is the shop's language, which may be mixed with each. */
    static double of(String text, List<String> languages, String shops) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        return (languages.isEmpty() ? Stream.of(shops) : languages.stream())
                .mapToDouble(language -> share(plain, alphabet(language))).max().orElse(0);
    }

    private static UnicodeSet alphabet(String language) {
        return ALPHABETS.computeIfAbsent(language, code -> new UnicodeSet(
                LocaleData.getExemplarSet(new ULocale(code), UnicodeSet.CASE_INSENSITIVE, LocaleData.ES_STANDARD))
                .freeze());
    }

    private static double share(String text, UnicodeSet alphabet) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && !Character.isSurrogate(c)) {
                char left = i == 0 ? '\n' : text.charAt(i - 1);
                char right = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
                boolean letter = (Character.isLetter(c) && SIGNS.indexOf(c) < 0)
                        || Character.getType(c) == Character.NON_SPACING_MARK;
                good += letter && alphabet.contains(c) && !isOddlyCased(left, c, right) ? 1 : 0;
                bad += letter
                        ? (alphabet.contains(c) && !isOddlyCased(left, c, right) ? 0 : 1)
                        : isOddSign(left, c, right) ? 1 : 0;
            }
        }
        return good + bad == 0 ? 1 : (double) good / (good + bad);
    }

    private static boolean isOddlyCased(char left, char c, char right) {
        return (Character.isUpperCase(c) && Character.isLowerCase(left))
                || (Character.isLowerCase(c) && Character.isUpperCase(left) && Character.isUpperCase(right));
    }

    /** A symbol within a word, a replacement character, or a character that nobody types. */
    private static boolean isOddSign(char left, char c, char right) {
        boolean within = Character.isLetter(left) && Character.isLetter(right) && c != '’' && c != '–' && c != '—'
                && c != '·' && c != '\u00A0';
        return within || (c == '±' && !Character.isDigit(right)) || c == '\uFFFD' || Character.isISOControl(c)
                || "¤¦¬¶¸¨¯ˇ˘˛".indexOf(c) >= 0;
    }
}
