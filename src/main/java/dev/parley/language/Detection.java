package dev.parley.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.parley.language.PlainWords.Word;
import org.jspecify.annotations.Nullable;

/** Detects a language by script, then known words, then letter statistics; in doubt the expected one. */
final class Detection {
    /** Log odds of a known word, and of the expected language. */
    private static final double KNOWN_WORD = 3;
    private static final double EXPECTED = 2.5;
    private static final double ENGLISH_WHERE_NOTHING_IS_EXPECTED = 1;
    /** Letters and words are correlated, so they say less than the product of their probabilities. */
    private static final double LETTERS = 0.6;
    private static final double LETTERS_OF_NAMES = 0.15;
    /** At least one word without its accents. */
    private static final double NOT_BY_CHANCE = 0.7;
    private static final double SURE = 0.9;
    private static final double CLEARLY_NOT = 0.05;

    private Detection() {}

    /** @param statistics null until loaded */
    static Detected of(String text, @Nullable Language prior, @Nullable LetterStatistics statistics) {
        Optional<Language> ofItsScript = OtherScripts.of(text);
        if (ofItsScript.isPresent()) {
            return new Detected(ofItsScript.get(), true);
        }
        PlainWords words = PlainWords.of(text);
        Language expected = prior == null ? Language.ENGLISH : usual(prior);
        return switch (Script.of(words)) {
            case null -> new Detected(expected, false);
            case LATIN -> byWords(words.words(), Script.LATIN, expected, prior != null, statistics);
            case CYRILLIC -> byWords(words.words(), Script.CYRILLIC, expected, prior != null, statistics);
            case ARABIC -> ArabicScript.of(words.text(), expected);
            case HAN -> EastAsian.of(words.text(), prior);
            case HANGUL -> new Detected(new Language("ko"), true);
            case THAI -> new Detected(new Language("th"), true);
            case GREEK -> new Detected(new Language("el"), true);
            case HEBREW -> new Detected(new Language("he"), true);
            case DEVANAGARI -> new Detected(new Language("hi"), true);
        };
    }

    /** Browsers have three tags for Norwegian. */
    private static Language usual(Language prior) {
        return switch (prior.code()) {
            case "no", "nn" -> new Language("nb");
            default -> prior;
        };
    }

    private static Detected byWords(List<Word> words, Script script, Language expected, boolean isPrior,
            @Nullable LetterStatistics statistics) {
        double[] sums = new double[LetterStatistics.LANGUAGES.size()];
        double known = 0;
        for (Word word : words) {
            double best = 0;
            double[] shares = KnownWords.shares(word.text());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += KNOWN_WORD * shares[i];
                best = Math.max(best, shares[i]);
            }
            known += best;
            if (statistics != null) {
                statistics.weigh(word.text(), word.capital() && best == 0 ? LETTERS_OF_NAMES : LETTERS, sums);
            }
        }
        if (known >= NOT_BY_CHANCE || words.stream().anyMatch(Detection::tells)) {
            return decide(sums, script, expected, isPrior, known);
        }
        // Latin names occur in texts of every language.
        boolean possible = script == Script.LATIN || script == Script.of(expected);
        return new Detected(possible ? expected : new Language(script.languages().getFirst()), false);
    }

    /** Skips capitalized words, often names; accented letters are rare in international names. */
    private static boolean tells(Word word) {
        return word.capital() ? word.text().chars().anyMatch(c -> c > 127) : word.text().length() > 3;
    }

    private static Detected decide(double[] sums, Script script, Language expected, boolean isPrior, double known) {
        List<String> candidates = script.languages();
        double[] odds = candidates.stream().mapToDouble(code -> sums[LetterStatistics.LANGUAGES.indexOf(code)])
                .toArray();
        int prior = candidates.indexOf(expected.code());
        if (prior >= 0) {
            odds[prior] += isPrior ? EXPECTED : ENGLISH_WHERE_NOTHING_IS_EXPECTED;
        }
        int best = 0;
        for (int i = 1; i < odds.length; i++) {
            best = odds[i] > odds[best] ? i : best;
        }
        double max = odds[best];
        double all = Arrays.stream(odds).map(each -> Math.exp(each - max)).sum();
        // A language too close to distinguish: only words of another one count against it.
        boolean neighbour = prior < 0 && script == Script.of(expected);
        boolean sure = 1 / all >= SURE && (!neighbour || known >= 2);
        boolean possible = prior >= 0
                ? Math.exp(odds[prior] - max) / all >= CLEARLY_NOT
                : neighbour || script == Script.LATIN;
        return new Detected(sure || !possible ? new Language(candidates.get(best)) : expected, sure);
    }
}
